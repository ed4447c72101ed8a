import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = oneWindow();

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

// Before what else is saved in the window speaks of the same.
test('a file that is gone after a reload is named, with a button to choose again', async t => {
  const { window, workspace } = await openWindow(t);
  await compare(window);
  await window.untilSaved('inuse_space');
  workspace.remove('heap-1300.pb.gz');
  await window.reload();
  const view = await DiffView.failed(window);
  assert.match(await view.problem(), /^heap-1300\.pb\.gz is no longer there \(.*\)\. Choose another file\.$/);
  await window.chooseListed('fixed-1300.pb.gz', () => view.button('Choose Again').click());
  await window.quickRow('fixed-1300.pb.gz').waitFor({ state: 'detached' });
  await window.quickRow('heap-1400.pb.gz').click();
  await (await DiffView.painted(window)).shows('.files', 'fixed-1300.pb.gz');
});

test('the panel comes back after a reload with its files, options and zoom', async t => {
  const { window } = await openWindow(t);
  const before = await compare(window);
  await before.choose('Width of boxes', 'Both');
  await before.choose('Sample type', 'alloc_space');
  await before.shows('h1', /\+\d/);
  await before.clickBox('main.(*server).ingest', { clickCount: 2 });
  await before.item('main.main').waitFor({ state: 'detached' });

  await window.untilSaved('main.(*server).ingest');
  await window.reload();
  const after = await DiffView.painted(window);
  await after.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
  assert.deepEqual(await after.choices(), ['Both', 'alloc_space', 'Functions']);
  await after.item('main.(*server).ingest').waitFor();
  assert.equal(await after.item('main.main').count(), 0);
});

test('a filter, the Top table and an open question survive a reload, or go without a trace', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.chooseFrom('Add a filter', 'Focus only stacks');
  const focus = view.frame.getByRole('textbox', { name: 'Focus: only stacks' });
  await focus.fill('dedupeCache');
  await focus.press('Enter');
  await view.shows('h1', '+349.5 MiB');
  await view.frame.locator('#tab-top').click();
  await view.shows('.top-row', 'main.(*dedupeCache).seen');

  const comesBack = async (): Promise<DiffView> => {
    const after = await DiffView.showing(window, '.top-row');
    await after.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
    await after.shows('h1', '+349.5 MiB');
    await after.shows('.filtered', 'Only part is shown: focus dedupeCache');
    await after.shows('.top-row', 'main.(*dedupeCache).seen');
    return after;
  };
  await window.untilSaved('dedupeCache');
  await window.untilSaved('"tab":"top"');
  await window.reload();
  const after = await comesBack();
  await after.chooseFrom('Copy and save', 'Save table (CSV)');
  await window.page.locator('.quick-input-widget input[type="text"]').waitFor();
  await window.reload();
  await comesBack();
  assert.ok(!(await window.page.locator('.quick-input-widget').isVisible()));
});

test('a file that changes on disk says so, and is read again on request', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  workspace.add(workspace.path('fixed-1400.pb.gz'), 'heap-1400.pb.gz');
  await view.shows('.banner', 'heap-1400.pb.gz has changed since it was read');
  await view.button('Reload').click();
  await view.shows('h1', '−365.2 MiB');
  // As programs do that never leave half a file.
  workspace.add(workspace.path('fixed-1300.pb.gz'), 'next');
  renameSync(workspace.path('next'), workspace.path('heap-1400.pb.gz'));
  await view.shows('.banner', 'heap-1400.pb.gz has changed since it was read');
  await view.button('Reload').click();
  await view.shows('h1', '−366.2 MiB');
});
