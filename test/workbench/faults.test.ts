import assert from 'node:assert/strict';
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import test from 'node:test';
import { noSmallDisk, onSmallDisk } from '../fixtures/smallDisk.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = oneWindow();

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

test('a file that changes while its panel is behind another tab is said when it comes back', async t => {
  const { window, workspace } = await openWindow(t);
  await compare(window);
  await window.file('go.mod').dblclick();
  await window.untilFocused('go.mod');
  workspace.add(workspace.path('fixed-1400.pb.gz'), 'heap-1400.pb.gz');
  await window.page.locator('.tab', { hasText: 'heap-1300.pb.gz ⇄' }).click();
  const view = await DiffView.painted(window);
  await view.shows('.banner', 'heap-1400.pb.gz has changed since it was read');
  await view.shows('h1', '+365.0 MiB');
  await view.button('Reload').click();
  await view.shows('h1', '−');
});

test('a file cut off, then gone, then back is said each time, and mended by Reload', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  const sound = readFileSync(workspace.path('heap-1400.pb.gz'));
  truncateSync(workspace.path('heap-1400.pb.gz'), 1_000);
  await view.shows('.banner', 'heap-1400.pb.gz has changed');
  await view.button('Reload').click();
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^heap-1400\.pb\.gz .*(damaged|cut|ends)/i);
  workspace.remove('heap-1400.pb.gz');
  await failed.button('Reload').click();
  await failed.shows('main.problem [role="alert"]', 'is no longer there');
  workspace.write('heap-1400.pb.gz', sound);
  await failed.button('Reload').click();
  await (await DiffView.painted(window)).shows('h1', '+365.0 MiB');
});

test('on a full disk a save says so, and leaves the old file as it was', { skip: noSmallDisk }, async t => {
  const { window, workspace } = await openWindow(t);
  await onSmallDisk(workspace.path('full'), async () => {
    workspace.write('full/old.csv', 'old');
    workspace.write('full/filler', new Uint8Array(56 * 1024));
    const view = await compare(window);
    await view.chooseFrom('Copy and save', 'Save table (CSV)');
    await window.answerDialog(workspace.path('full/old.csv'));
    await window.page
      .locator('.notification-toast', {
        hasText: 'old.csv could not be saved: the disk is full. The old file is untouched.',
      })
      .waitFor();
    assert.equal(readFileSync(workspace.path('full/old.csv'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(workspace.path('full')).sort(), ['filler', 'old.csv']);
  });
});
