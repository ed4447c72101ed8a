import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { patience } from './window.ts';
import type { Workspace } from './workspace.ts';

const openWindow = windows();

const source = '/build/src/dedupe';
const formFeed =
  'lib.grow\f} body { outline: 7px solid red } a { background: url(https://evil.example/beacon.png) }';
const link = '[Click here](command:workbench.action.files.newUntitledFile)';
const markup = '<img src=https://evil.example/x.png>';
const base = 'heap-$(zap)\u202e-1.pb';
const current = 'heap-$(zap)\u202e-2.pb';

/** Two heaps: a library grows below ingest.go:49, and cache.go:39 grows for callers of every hostile name. */
function write(workspace: Workspace): void {
  const ingest = `main.(*server).ingest@${source}/ingest.go:49`;
  const seen = `main.(*dedupeCache).seen@${source}/cache.go:39`;
  const callers = [
    `main.linked@${link}:7`,
    `main.$(zap)@/$(zap)${link}/pkg/two.go:8`,
    `main.\u202eevil\u202c\0${markup}@x.go:9`,
    `main.${'long'.repeat(5_000)}@long.go:10`,
  ];
  const heap = (size: number): Uint8Array =>
    profileBytes({
      sampleTypes: [`inuse\f} body { outline: 7px solid red }$(zap)${link}_space/bytes`],
      samples: [
        { stack: [ingest, `${formFeed}@/gone/lib.go:3`], values: [size * 100] },
        ...callers.map((caller, i) => ({ stack: [caller, seen], values: [size * (90 - 10 * i)] })),
      ],
    });
  // Small, so that the lines are on screen without scrolling.
  workspace.write('.vscode/settings.json', JSON.stringify({ 'editor.fontSize': 9 }));
  workspace.write(base, heap(1 << 10));
  workspace.write(current, heap(1 << 20));
  for (const folder of ['one', 'other']) {
    mkdirSync(workspace.path(`${folder}/pkg`), { recursive: true });
    workspace.write(`${folder}/pkg/two.go`, 'package two\n');
  }
}

/** Rules of the window's style sheets with a name's text outside a string, and ours of a name that took effect. */
function rulesOfNames(): string[] {
  return [...document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules])
    .map(rule => rule.cssText.replace(/"(?:[^"\\]|\\.)*"/gs, '""'))
    .filter(text => /evil\.example|7px solid red|zap\)/.test(text));
}

test('no name of a profile acts in the window, wherever VS Code shows it', {
  timeout: 4 * patience,
}, async t => {
  const { window } = await openWindow(t, { prepare: write });
  const { page } = window;
  const tabs = page.locator('.tab');
  await window.select(base, current);
  await window.choose(current, 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  assert.equal(await view.frame.locator('img').count(), 0);
  const title = (await tabs.filter({ hasText: '⇄' }).textContent()) ?? '';
  assert.match(title, /\\u202e-1\.pb ⇄ .*\\u202e-2\.pb/);
  assert.equal(await tabs.locator('.codicon-zap').count(), 0);

  const ingest = await SourceEditor.open(window, 'ingest.go');
  const notes = await ingest.untilNotes(found => Object.keys(found).length > 0);
  assert.match(Object.values(notes).join('\n'), /\\u000c/);
  assert.deepEqual(await page.evaluate(rulesOfNames), []);
  const lens = ingest.lens('in what it calls');
  assert.match((await lens.textContent()) ?? '', /\\u000c\} body \{ outline: 7px solid red \}\$/);
  assert.equal(await page.locator('.codelens-decoration .codicon').count(), 0);

  const cache = await SourceEditor.open(window, 'cache.go');
  await cache.untilNotes(found => Object.keys(found).length > 0);
  const hover = await cache.hover('c.entries[id] =');
  const text = ((await hover.textContent()) ?? '').replaceAll('\u2060', '');
  assert.match(text, /called by main\.linked/);
  assert.match(text, /main\.\$\(zap\)/);
  assert.equal(await hover.locator('img, .codicon-zap').count(), 0);
  for (const address of await hover.locator('a').evaluateAll(all => all.map(a => a.dataset['href'] ?? ''))) {
    assert.match(address, /^$|^command:heapDiff\.(reveal|openPlace)\?/);
  }

  const open = await tabs.count();
  await hover.locator('a', { hasText: 'main.linked' }).click();
  const notification = page.locator('.notification-list-item', {
    hasText: 'No file in the workspace matches',
  });
  await notification.waitFor();
  const said = ((await notification.textContent()) ?? '').replaceAll('\u2060', '');
  assert.ok(said.includes(link), said);
  assert.equal(await notification.locator('.notification-list-item-message a').count(), 0);
  assert.equal(await tabs.count(), open, 'something was opened');
  await window.command('Notifications: Clear All Notifications');

  const again = await cache.hover('c.entries[id] =');
  await again.locator('a', { hasText: 'two.go' }).click();
  const pick = page.locator('.quick-input-widget:visible');
  await pick.getByText('Which file is').waitFor();
  assert.ok(((await pick.textContent()) ?? '').replaceAll('\u2060', '').includes(`$(zap)${link}/pkg/two.go`));
  assert.equal(await pick.locator('a[href], .codicon-zap').count(), 0);
  await page.keyboard.press('Escape');

  assert.deepEqual(await page.evaluate(rulesOfNames), []);
  assert.equal(await tabs.count(), open, 'something was opened');
});
