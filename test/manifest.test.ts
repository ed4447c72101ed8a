import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { profileName } from '../src/core/profileNames.ts';
import {
  colors,
  commands,
  contextKeys,
  extensionId,
  settings,
  treeViews,
  views,
  walkthroughs,
} from '../src/manifest.ts';
import { toolDefinitions } from '../src/tools/toolDefinitions.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText);
const { contributes } = manifest;
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

test('commands are the same in package.json and in the code', () => {
  const declared = contributes.commands.map((each: { command: string }) => each.command);
  assert.deepEqual(sorted(declared), sorted(Object.values(commands)));
});

test('links lead to the extension by its publisher and name', () => {
  assert.equal(extensionId, `${manifest.publisher}.${manifest.name}`);
  assert.ok(manifest.activationEvents.includes('onUri'));
});

test('the tools of package.json are those of the code, word for word', () => {
  const texts = JSON.parse(read('package.nls.json'));
  const said = (text: string): string => texts[text.replaceAll('%', '')];
  const declared = contributes.languageModelTools.map((tool: Record<string, string>) => ({
    name: tool['name'],
    title: said(tool['displayName'] ?? ''),
    description: tool['modelDescription'],
    about: said(tool['userDescription'] ?? ''),
    inputSchema: tool['inputSchema'],
  }));
  assert.deepEqual(declared, toolDefinitions);
});

test('keys are taken only while a comparison is open, and on a Mac by Cmd', () => {
  for (const { command, key, mac, when } of contributes.keybindings) {
    assert.equal(when, 'heapDiff.comparing', command);
    assert.equal(mac, key.replace('ctrl', 'cmd'), command);
    // VS Code has nothing behind these two.
    assert.match(key, /^ctrl\+k (?:shift\+)?h$/, command);
  }
});

test('every command belongs to the category', () => {
  for (const each of contributes.commands) assert.equal(each.category, 'Heap Diff', each.command);
});

test('custom editors and restored panels are the same in package.json and in the code', () => {
  const editors = contributes.customEditors.map((each: { viewType: string }) => each.viewType);
  const events: readonly string[] = manifest.activationEvents;
  const panels = events
    .filter(event => event.startsWith('onWebviewPanel:'))
    .map(event => event.replace('onWebviewPanel:', ''));
  assert.deepEqual(sorted([...editors, ...panels]), sorted(Object.values(views)));
});

test('tree views are the same in package.json and in the code', () => {
  const declared = contributes.views.heapDiff.map((each: { id: string }) => each.id);
  assert.deepEqual(declared, Object.values(treeViews));
});

test('walkthroughs are the same in package.json and in the code', () => {
  const declared = contributes.walkthroughs.map((each: { id: string }) => each.id);
  assert.deepEqual(declared, Object.values(walkthroughs));
});

test('every id in package.json, wherever it stands, is one that the code knows', () => {
  const all = [commands, views, treeViews, contextKeys, colors, settings];
  const known = new Set<string>(all.flatMap(ids => Object.values<string>(ids)));
  const used = new Set(manifestText.match(/\bheapDiff(\.\w+)+/g));
  assert.deepEqual(sorted([...used]), sorted([...known]));
  for (const id of read('package.nls.json').match(/\bheapDiff\.\w+/g) ?? []) assert.ok(known.has(id), id);
});

test('menus ask for the file names that the code knows', () => {
  const clause = `resourceFilename =~ /${profileName.source}/${profileName.flags}`;
  for (const menu of ['explorer/context', 'editor/title/context']) {
    for (const { command, when } of contributes.menus[menu]) {
      // Folders have no names of their own.
      if (command !== commands.verifySelected) assert.ok(when.endsWith(clause), `${menu}: ${command}`);
    }
  }
});

test('commands that need a file are hidden from the palette', () => {
  const hidden = contributes.menus.commandPalette
    .filter((each: { when: string }) => each.when === 'false')
    .map((each: { command: string }) => each.command);
  assert.deepEqual(
    sorted(hidden),
    sorted([
      commands.compareSelected,
      commands.verifySelected,
      commands.selectBase,
      commands.compareWithBase,
      commands.compareWithHead,
      commands.compareWithCommit,
      commands.openPlace,
      commands.showCommit,
      commands.showLines,
      commands.frameSource,
      commands.frameCallers,
      commands.frameFocus,
      commands.frameHide,
      commands.frameHidePackage,
      commands.frameGrowth,
      commands.frameCopyName,
      commands.frameCopyStack,
      commands.frameCopyPprof,
    ]),
  );
});

test('every text of package.json stands in package.nls.json, and no other', () => {
  const used = [...manifestText.matchAll(/"%([^%]+)%"/g)].map(match => match[1] ?? '');
  assert.deepEqual(sorted([...new Set(used)]), sorted(Object.keys(JSON.parse(read('package.nls.json')))));
});

/** What of a text a translation may not change: links to commands, and code. */
const kept = (text: string): readonly string[] =>
  sorted([...text.matchAll(/\]\([^)]*\)|`[^`]+`/g)].map(([each]) => each));

test('every text of package.json stands in each language', () => {
  const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  for (const language of ['de', 'zh-cn']) {
    const texts: Readonly<Record<string, string>> = JSON.parse(read(`package.nls.${language}.json`));
    assert.deepEqual(sorted(Object.keys(texts)), sorted(Object.keys(english)), language);
    for (const [key, text] of Object.entries(english)) {
      assert.notEqual(texts[key], '', `${language}: ${key}`);
      assert.deepEqual(kept(texts[key] ?? ''), kept(text), `${language}: ${key}`);
    }
  }
});

test('whoever installs the package installs no other: the bundles hold them all', () => {
  assert.equal(manifest.dependencies, undefined);
});

test('the Marketplace finds what it asks for', () => {
  assert.ok(manifest.keywords.length <= 10);
  const icon = readFileSync(new URL(`../${manifest.icon}`, import.meta.url));
  assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
});

test('names of profiles are told from other names', () => {
  const profiles = [
    'heap-1300.pb.gz',
    'base.pb',
    'a.b.pprof',
    'CPU.PROF',
    'jeprof.123.0.f.heap',
    'Heap-20181003T105432.heapprofile',
    'heap',
    'heap.1300',
    'heap-20240101',
    'heap.2024.01.02',
    'allocs_2',
    'my-allocs',
    'heap.out',
    'heap.1.gz',
    'mem.out',
    'memprofile.out',
    'Mem-1300.1.out',
    'mem.mprof',
    'heap.pprof.gz',
    'heap.prof.gz',
    'cpu.prof.zst',
    'heap.0.symbolized',
    'heap-1300.pb.gz.1',
    'heap-1300.pb.zst',
    'profile.1234.1',
    'profile.1234.12.lz4',
    'app.1234.heap.gz',
    'app.heap.before',
    'jemalloc.heap.2024-01-02',
    'heap.txt',
    'allocs.txt',
    'goroutine',
    'goroutine.txt',
    'goroutines-1300.txt',
  ];
  const others = [
    'heap.go',
    'goroutine.go',
    'heap.ts',
    'heap.md',
    'heapDiff.test.ts',
    'heap.1300.md',
    'main.go',
    'a.gz',
    'pb',
    'notes.txt',
    'allocs.json',
    'x.heapsnapshot',
    '.heaprc.yaml',
    'memory.ts',
    'memory.go',
    'member.json',
    'app.heap.ts',
    'app.heap.test.ts',
    'app.heap.d.ts',
    'my.heap.go',
    'profile.1234.ts',
    'profile.go',
    'Heap.java',
    'heap.rs',
    'app.heap.hprof',
    'main.out',
    'requirements.txt',
    'allocs.go',
  ];
  assert.deepEqual(
    profiles.filter(name => !profileName.test(name)),
    [],
  );
  assert.deepEqual(
    others.filter(name => profileName.test(name)),
    [],
  );
});
