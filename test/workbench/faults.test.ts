import assert from 'node:assert/strict';
import { chmodSync, readFileSync, truncateSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = windows();

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

test('a file that may not be read is said to be so', {
  skip: process.getuid?.() === 0 && 'root may read all',
}, async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  workspace.add(workspace.path('fixed-1400.pb.gz'), 'heap-1400.pb.gz');
  chmodSync(workspace.path('heap-1400.pb.gz'), 0);
  await view.button('Reload').click();
  assert.match(await (await DiffView.failed(window)).problem(), /may not be read/);
});
