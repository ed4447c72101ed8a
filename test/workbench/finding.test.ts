import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import type { Window } from './window.ts';
import { dedupe, type Workspace } from './workspace.ts';

const openWindow = oneWindow();

const seen = 'main.(*dedupeCache).seen';

async function compare(window: Window, base = 'heap-1300.pb.gz', current = 'heap-1400.pb.gz') {
  await window.select(base, current);
  await window.choose(current, 'Compare Heap Profiles');
  return DiffView.painted(window);
}

/** Moves cache.go into these folders. */
function moveCache(workspace: Workspace, ...folders: readonly string[]): void {
  workspace.remove('cache.go');
  for (const folder of folders) {
    mkdirSync(join(folder, 'dedupe'), { recursive: true });
    cpSync(join(dedupe, 'cache.go'), join(folder, 'dedupe/cache.go'));
  }
}

const goroot = ['/usr/local/go', '/usr/lib/go'].find(folder => existsSync(join(folder, 'src/runtime')));

test('the standard library opens from GOROOT', { skip: goroot === undefined && 'no Go here' }, async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('net/http.(*conn).serve');
  await window.cursorLine('server.go').waitFor();
});

test('of files that fit equally well one is chosen, remembered, and forgotten on request', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => moveCache(workspace, workspace.path('one'), workspace.path('two')),
  });
  const view = await compare(window);
  await window.chooseListed('two/dedupe/cache.go', () => view.clickBox(seen));
  await window.cursorLine('cache.go', 39).waitFor();
  await new SourceEditor(window, 'cache.go').untilNotes(found => Object.keys(found).length === 1);

  await view.clickBox('main.(*server).ingest');
  await window.cursorLine('ingest.go').waitFor();
  await view.clickBox(seen);
  await window.cursorLine('cache.go', 39).waitFor();

  await window.command('Heap Diff: Forget Source Choices');
  await window.page.locator('.notification-toast', { hasText: 'forgot 1 choice of source' }).waitFor();
  await view.clickBox('main.(*server).ingest');
  await window.cursorLine('ingest.go').waitFor();
  await window.untilListed('one/dedupe/cache.go', () => view.clickBox(seen));
});

test('a file that is not found can be located, which teaches the rule of its root', async t => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'heap-diff-elsewhere-'));
  t.after(() => rmSync(elsewhere, { recursive: true }));
  const { window } = await openWindow(t, { prepare: workspace => moveCache(workspace, elsewhere) });
  const view = await compare(window);
  await view.clickBox(seen);
  await view.shows('.source-status', 'No file in the workspace matches /build/src/dedupe/cache.go');
  await view.frame.locator('.source-status .link').click();
  await window.answerDialog(join(elsewhere, 'dedupe/cache.go'));
  await window.cursorLine('cache.go', 39).waitFor();
  await new SourceEditor(window, 'cache.go').untilNotes(found => Object.keys(found).length === 1);
});

test('a rule of the settings leads anywhere, but out of the workspace only when allowed', async t => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'heap-diff-elsewhere-'));
  t.after(() => rmSync(elsewhere, { recursive: true }));
  const settings = JSON.stringify({ 'heapDiff.sourceMap': { '/build/src': elsewhere } });
  const { window } = await openWindow(t, {
    prepare: workspace => {
      moveCache(workspace, elsewhere);
      workspace.write('.vscode/settings.json', settings);
    },
  });
  const view = await compare(window);
  await view.clickBox(seen);
  const toast = window.page.locator('.notification-toast', { hasText: 'leads out of the workspace' });
  await toast.waitFor();
  assert.equal(await window.page.locator('.tab[data-resource-name="cache.go"]').count(), 0);
  await toast.getByRole('button', { name: `Allow Reading ${elsewhere}` }).click();
  await window.cursorLine('cache.go', 39).waitFor();
});

test('a line that has moved is followed, and what became of it is said', async t => {
  const capture = (value: number, timeNanos: number): Uint8Array =>
    profileBytes({
      timeNanos,
      startLines: { [seen]: 22, 'main.(*dedupeCache).known': 40 },
      samples: [
        { stack: [`${seen}@/build/src/dedupe/cache.go:32`], values: [value] },
        { stack: ['main.(*dedupeCache).known@/build/src/dedupe/cache.go:42'], values: [value / 2] },
      ],
    });
  const { window } = await openWindow(t, {
    prepare: workspace => {
      workspace.write('before.pb', capture(1 << 20, 1e9));
      workspace.write('after.pb', capture(64 << 20, 2e9));
    },
  });
  const view = await compare(window, 'before.pb', 'after.pb');
  await view.clickBox(seen);
  await window.cursorLine('cache.go', 39).waitFor();
  await view.shows('.source-status', 'Source has changed since this profile: line 32 → 39.');
  await new SourceEditor(window, 'cache.go').untilNotes(found =>
    Object.values(found).some(note => note.endsWith('· source has changed (line 32 then)')),
  );
  await window.screenshot('source has changed');
});
