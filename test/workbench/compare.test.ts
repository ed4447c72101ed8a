import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { type Theme, themes } from './workspace.ts';

const openWindow = oneWindow();

const leak = /95 % of the growth is allocated in \(\*dedupeCache\)\.seen/;

for (const theme of Object.keys(themes) as Theme[]) {
  test(`two selected profiles show what grew, in ${theme}`, async t => {
    const { window } = await openWindow(t, { theme });
    // The later capture is selected first: the base is still the earlier one.
    await window.select('heap-1400.pb.gz', 'heap-1300.pb.gz');
    await window.choose('heap-1300.pb.gz', 'Compare Heap Profiles');
    const view = await DiffView.painted(window);
    await view.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
    await view.shows('h1', /^\+365\.0 MiB \+95 % of the base's 383\.6 MiB · in 1 h/);
    await view.shows('.where', leak);
    await view.shows('.where', 'cache.go:39');
    assert.deepEqual(await view.choices(), ['inuse_space', 'Functions', 'Width: Change']);
    await window.screenshot(`diff ${theme}`);
  });
}

test('a base selected first is compared with another file, and swapped', async t => {
  const { window } = await openWindow(t);
  await window.choose('heap-1300.pb.gz', 'Select as Heap Diff Base');
  await window.choose('heap-1400.pb.gz', 'Compare with Heap Diff Base');
  const view = await DiffView.painted(window);
  await view.shows('h1', '+365.0 MiB');
  await view.button('Swap').click();
  await view.shows('h1', '−365.0 MiB');
  await view.shows('.files', /base heap-1400\.pb\.gz .* current heap-1300\.pb\.gz/);
});

test('the palette asks for two files', async t => {
  const { window } = await openWindow(t);
  await window.command('Heap Diff: Compare Heap Profiles…');
  await window.quickRow('fixed-1300.pb.gz').click();
  // The list for the second file is another; its rows stand elsewhere.
  await window.page.locator('.quick-input-title', { hasText: '(2 of 2)' }).waitFor();
  await window.quickRow('fixed-1300.pb.gz').waitFor({ state: 'detached' });
  await window.quickRow('fixed-1400.pb.gz').click();
  const view = await DiffView.painted(window);
  await view.shows('h1', /^Flat/);
  await view.shows('.where', 'No allocation site grew beyond sampling noise.');
});
