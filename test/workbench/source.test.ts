import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import type { Window } from './window.ts';
import type { Workspace } from './workspace.ts';

const openWindow = oneWindow();

const seen = 'main.(*dedupeCache).seen';

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

/** The line of `c.entries[id] = …`. */
function leakingLine(workspace: Workspace): number {
  const lines = readFileSync(workspace.path('cache.go'), 'utf8').split('\n');
  return 1 + lines.findIndex(line => line.includes('c.entries[id] ='));
}

test('a click shows the line beside and leaves the focus in the panel', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox(seen);
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  assert.equal(await window.isFocused('cache.go'), false);
  assert.match(await view.selected(), /seen/);
  await window.screenshot('source beside');
});

test('a click with Ctrl goes to the line', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox(seen, { modifiers: ['ControlOrMeta'] });
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  await window.untilFocused('cache.go');
});

test('Ctrl+Enter and the link in the headline go to the line', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.frame.locator('.where .link').click();
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  await window.untilFocused('cache.go');

  await window.command('View: Close Editor');
  await view.clickBox('main.(*server).ingest');
  await window.cursorLine('ingest.go').waitFor();
  await view.tree.focus();
  await window.page.keyboard.press('Control+Enter');
  await window.untilFocused('ingest.go');
});

test('a file that is not in the workspace is named, with what was tried', async t => {
  const { window } = await openWindow(t, { prepare: workspace => workspace.remove('cache.go') });
  const view = await compare(window);
  await view.clickBox(seen);
  await view.shows('body', 'No file in the workspace matches /build/src/dedupe/cache.go');
});
