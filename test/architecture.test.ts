import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { circles, importsOf, isWordsOnly, reachedInBrowser, violations } from './architectureRules.ts';
import { root } from './setup/run.ts';

/** Files that may be longer than 250 lines, each with the reason why it is still one thing. */
const longFiles: Readonly<Record<string, string>> = {};

const sources = new Map(
  ['src', 'webview'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => `${folder}/${file}`)
      .map(path => [path, readFileSync(join(root, path), 'utf8')] as const),
  ),
);

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

test('arrows point down only, packages stay in their rooms, no default exports, no barrels', () => {
  assert.ok(sources.size > 50, `only ${sources.size} source files were found`);
  assert.deepEqual(violations(sources), []);
});

test('no room holds more than 20 files', () => {
  const files = new Map<string, number>();
  for (const path of sources.keys()) {
    const room = path.slice(0, path.lastIndexOf('/'));
    files.set(room, (files.get(room) ?? 0) + 1);
  }
  assert.deepEqual(
    [...files].filter(([, count]) => count > 20),
    [],
  );
});

test('nothing that runs in a browser reaches for Node', () => {
  const entries = [
    'src/webExtension.ts',
    ...['worker.ts', 'code/codeWorker.ts', 'series/seriesWorker.ts'].map(name => `src/engine/${name}`),
  ];
  const reached = [...reachedInBrowser(entries, sources)];
  assert.ok(
    reached.includes('src/engine/web/inflate.ts') && reached.includes('src/core/formats/readProfile.ts'),
  );
  assert.deepEqual(
    reached.filter(path => /^node:|^src\/(disk|mcp|report|engine\/node|host\/(node|capture))\//.test(path)),
    [],
  );
  assert.deepEqual(
    reached.filter(path => path.startsWith('src/') && !sources.has(path)),
    [],
  );
  const broken = new Map([
    ['src/a.ts', "import { b } from '#engine/b.ts';\nimport type { D } from 'node:d';"],
    ['src/engine/node/b.ts', "import 'node:n';"],
    ['src/engine/web/b.ts', "import 'node:w';"],
  ]);
  const found = [...reachedInBrowser(['src/a.ts'], broken)];
  assert.deepEqual(found, ['src/a.ts', 'src/engine/web/b.ts', 'node:w']);
});

test('no file imports itself through others', () => {
  assert.deepEqual(circles(sources), []);
});

/** Every way of VS Code's API to put text before people. */
const textSinks = new RegExp(
  [
    'show(Information|Warning|Error)Message',
    'showQuickPick|createQuickPick|showInputBox|createInputBox|showOpenDialog|showSaveDialog',
    'setStatusBarMessage|createStatusBarItem|withProgress|createOutputChannel|createTerminal',
    'contentText|MarkdownString|\\bnew vscode\\.(CodeLens|InlayHint|Diagnostic|TreeItem|Hover)\\(',
    'createWebviewPanel|\\.(title|description|tooltip) =(?!=)',
  ].join('|'),
);

test('text for people goes to VS Code through one room', () => {
  const found = [...sources]
    .filter(([path]) => /^src\/(host\/|extension\.ts)/.test(path))
    .filter(([, text]) => textSinks.test(text))
    .map(([path]) => path.slice(0, path.lastIndexOf('/') + 1));
  assert.deepEqual([...new Set(found)], ['src/host/say/']);
});

/** Text of the host that is made without `l10n.t`, but for the log's; and whether there are words of its own in it. */
const unmarked = /(?<!\blog\.(?:debug|info|warn)\(\s*)\bsay`([^`]*)`/g;
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, ''));

test('what VS Code shows is in the reader’s language', () => {
  const found = [...sources]
    .filter(([path]) => /^src\/(host\/(?!say\/)|start\.ts|extension\.ts|webExtension\.ts)/.test(path))
    .flatMap(([path, text]) => [...text.matchAll(unmarked)].map(([, words = '']) => `${path}: ${words}`))
    .filter(hit => hasWords(hit.slice(hit.indexOf(': '))));
  assert.deepEqual(found, []);
});

/** Every way to open or read a file, or an address outside of VS Code. */
const openers =
  /openTextDocument|showTextDocument|fs\.(?:readFile|readDirectory)|'vscode\.(?:open|diff)|'git\.\w+'|openExternal|child_process|readOnDisk\(|fileUpTo\(/;

/** Whoever opens something says where its address is from: never from a profile, a page or a link alone. */
const opening: Readonly<Record<string, string>> = {
  'src/host/capture/workspaceFolder.ts': 'the folder of the settings, in the workspace',
  'src/host/capture/server/kubectl.ts': 'nothing: `kubectl` from the PATH, with arguments of `pods.ts`',
  'src/host/walk/growthWalk.ts': 'a file of the growth, which `SourceFinder` has found',
  'src/host/findFiles.ts': 'the open folders',
  'src/host/readUpTo.ts':
    'the open folders (a script that `SourceFinder` has found, and its map; files of the name that a profile has), files of an open document’s folder, and of the workspace where its references stand',
  'src/host/node/readOnDisk.ts': 'whoever asks for it',
  'src/host/web/readOnDisk.ts': 'nothing',
  'src/host/web/scripts.ts': 'the extension’s own folder',
  'src/host/commands/openProfile.ts': 'the file that was clicked or chosen',
  'src/host/files/knownLeaks.ts': 'the list of known leaks in a folder that is open',
  'src/host/files/profileBytes.ts': 'the files that are compared',
  'src/host/files/versions.ts': 'the file that was clicked, at a commit as the Git extension addresses it',
  'src/host/line/packageSources.ts': 'the folder of an open document',
  'src/host/line/showCommit.ts': 'the document of a hover, for the Git extension to find its repository',
  'src/host/panel/saveDiff.ts': 'the extension’s own folder',
  'src/host/panel/reopen.ts': 'the file of the panel',
  'src/host/files/folderNotes.ts': '`heap-series.json` beside the captures that are shown',
  'src/host/series/seriesSources.ts': 'the folders that were clicked or chosen',
  'src/host/tools/hostSurroundings.ts':
    'what lies in an open folder, links followed (`pathInside`), and what `SourceFinder` has found',
  'src/host/source/lineReveal.ts': 'what was found for a `NamedPlace`, or a file of the growth',
  'src/host/source/sourceIndex.ts': 'the workspace’s go.mod files',
  'src/host/tools/hostSource.ts': 'what `SourceFinder` has found',
  'src/host/source/sourceOpener.ts': 'what `SourceFinder` has found for a `NamedPlace`',
};

test('nothing is opened but what is accounted for', () => {
  const found = [...sources]
    .filter(([path, text]) => /^src\/(host\/|extension\.ts)/.test(path) && openers.test(text))
    .map(([path]) => path);
  assert.deepEqual(
    found.filter(path => !(path in opening)),
    [],
    'say in `opening` where the address is from',
  );
});

test('every file of core that runs has its test of the same name', () => {
  const missing = [...sources]
    .filter(([path, text]) => path.startsWith('src/core/') && !isWordsOnly(text))
    .map(([path]) => path.replace(/^src(.*)\.ts$/, 'test$1.test.ts'))
    .filter(path => !existsSync(join(root, path)));
  assert.deepEqual(missing, []);
});

const styles = readdirSync(join(root, 'media'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.css'))
  .map(file => [`media/${file}`, readFileSync(join(root, 'media', file), 'utf8')] as const);

test('files stay small', t => {
  assert.ok(styles.length > 10, `only ${styles.length} style sheets were found`);
  const sizes = [...sources, ...styles].map(([path, text]) => ({ path, lines: lineCount(text) }));
  sizes.sort((a, b) => b.lines - a.lines);
  const median = sizes[Math.floor(sizes.length / 2)]?.lines;
  t.diagnostic(
    `${sizes.length} files, median ${median} lines, longest ${sizes[0]?.path} (${sizes[0]?.lines})`,
  );
  const long = sizes.filter(({ path, lines }) => lines > 250 && !(path in longFiles));
  assert.deepEqual(long, []);
  const listedInVain = Object.keys(longFiles).filter(path => lineCount(sources.get(path) ?? '') <= 250);
  assert.deepEqual(listedInVain, []);
});

test('the rules see what breaks them', () => {
  const broken = new Map([
    ['src/core/a.ts', "import * as vscode from 'vscode';\nimport { b } from '../engine/b.ts';"],
    ['src/core/diff/c.ts', "import { Profile } from 'pprof-format';\nexport default 1;"],
    ['src/engine/b.ts', "import {\n  d,\n} from '../host/d.ts';\nimport 'node:fs';"],
    [
      'src/protocol.ts',
      "import { view } from './core/view.ts';\nimport type { View } from './core/view.ts';",
    ],
    ['src/host/d.ts', "export { e } from './e.ts';\nconst fs = await import('node:fs');"],
    [
      'webview/f.ts',
      "import { decode } from '../src/core/formats/decode.ts';\nimport type { V } from '../src/core/v.ts';",
    ],
    [
      'webview/g.ts',
      "import { Button } from '@vscode/webview-ui-toolkit';\n// import 'vscode'\nimport { x } from 'lit-html/x.js';",
    ],
    ['src/core/names/h.ts', "import type { Comparison } from '../pair/comparison.ts';"],
    ['src/core/formats/text/i.ts', "import { readProfile } from '../readProfile.ts';"],
    ['src/core/profile.ts', "import type { Names } from './names/lineTable.ts';"],
    ['src/host/line/j.ts', "import { open } from '../commands/openPlace.ts';"],
    ['webview/state/k.ts', "import type { header } from '../parts/header.ts';"],
    [
      'webview/l.ts',
      "import { words } from '../src/core/words.ts';\nimport { runs } from '../src/core/runs.ts';",
    ],
    ['src/core/words.ts', "export const words = ['a'] as const;"],
    ['src/core/runs.ts', 'export function runs(): void {}'],
    ['src/stray.ts', ''],
  ]);
  assert.deepEqual(violations(broken), [
    'src/core/a.ts imports vscode',
    'src/core/a.ts imports src/engine/b.ts',
    'src/core/diff/c.ts imports pprof-format, not src/core/report/pprof/pprofWriter.ts',
    'src/core/diff/c.ts has a default export',
    'src/engine/b.ts imports src/host/d.ts',
    'src/engine/b.ts imports node:fs',
    'src/protocol.ts imports src/core/view.ts',
    'src/host/d.ts passes on src/host/e.ts',
    'src/host/d.ts imports node:fs',
    'webview/f.ts imports src/core/formats/decode.ts',
    'webview/g.ts imports @vscode/webview-ui-toolkit, not webview/controls.ts',
    'src/core/names/h.ts imports src/core/pair/comparison.ts, a room above its own',
    'src/core/profile.ts imports src/core/names/lineTable.ts, a room above its own',
    'src/host/line/j.ts imports src/host/commands/openPlace.ts, a room above its own',
    'webview/state/k.ts imports webview/parts/header.ts, a room above its own',
    'webview/l.ts imports src/core/runs.ts',
    'src/stray.ts belongs to no layer',
  ]);
  const circle = new Map([
    ['src/core/a.ts', "import { b } from './b.ts';"],
    ['src/core/b.ts', "import { c } from './c/c.ts';"],
    ['src/core/c/c.ts', "import { a } from '../a.ts';\nimport type { b } from '../b.ts';"],
  ]);
  assert.deepEqual(circles(circle), ['src/core/a.ts → src/core/b.ts → src/core/c/c.ts → src/core/a.ts']);
});

test('imports are read in each of their forms', () => {
  const text = [
    "import a, { type B } from './a.ts';",
    "import type { C } from '../c.ts';",
    "import './d.ts';",
    "export type { E } from './e.ts';",
    "export const text = 'from x';",
  ].join('\n');
  assert.deepEqual(importsOf('src/core/x.ts', text), [
    { target: 'src/core/a.ts', typeOnly: false, reexport: false },
    { target: 'src/c.ts', typeOnly: true, reexport: false },
    { target: 'src/core/d.ts', typeOnly: false, reexport: false },
    { target: 'src/core/e.ts', typeOnly: true, reexport: true },
  ]);
});

test('a file of types and words only is told from one that runs', () => {
  for (const words of [
    "import type { A } from './a.ts';\nexport interface B {}\nexport type C = A;",
    "export const words = ['a', 'b'] as const;\nexport type Word = (typeof words)[number];",
    "export const off: Off = {\n  a: '',\n};",
  ]) {
    assert.equal(isWordsOnly(words), true, words);
  }
  for (const running of [
    'export interface B {}\nexport function f(): void {}',
    'export const a = f();',
    'export const a = [() => 1];',
    'export class A {}',
    "import './a.ts';\nexport type C = 1;",
    "import { a } from './a.ts';\nexport const b = [a];",
    'f();',
  ]) {
    assert.equal(isWordsOnly(running), false, running);
  }
});
