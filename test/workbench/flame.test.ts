import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = oneWindow();

const seen = 'main.(*dedupeCache).seen';

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

test('sample type, frames and width are a choice each', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);

  await view.choose('Sample type', 'inuse_objects');
  await view.shows('h1', /\+1,\d{3},\d{3}|\+1\.\d+ M/);
  await view.choose('Sample type', 'inuse_space');
  await view.shows('h1', '+365.0 MiB');

  await view.choose('Granularity', 'Lines');
  await view.item(seen).filter({ hasText: 'cache.go line 39' }).waitFor();

  for (const width of ['Growth', 'Both']) {
    await view.choose('Width of boxes', width);
    await view.shows('[slot="selected-value"]', width);
  }
  for (const side of ['Base', 'Current', 'Difference']) {
    await view.frame.getByRole('button', { name: side, exact: true }).click();
    await view.shows('.switch [aria-pressed="true"]', side);
  }
});

test('the keyboard walks, zooms and comes back', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.tree.focus();
  const press = (key: string) => window.page.keyboard.press(key);

  await press('Home');
  assert.match(await view.selected(), /^all,/);
  await press('ArrowDown');
  const child = await view.selected();
  assert.doesNotMatch(child, /^all,/);
  await press('ArrowUp');
  assert.match(await view.selected(), /^all,/);
  await press('ArrowDown');
  assert.equal(await view.selected(), child);

  await press('Enter');
  await view.frame
    .locator('[role="treeitem"]', { hasText: 'runtime.' })
    .first()
    .waitFor({ state: 'detached' });
  await press('Escape');
  await press('Home');
  assert.match(await view.selected(), /^all,/);
});

test('each frame of the tree says what it did, how deep it is, and where', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  const item = view.item(seen);
  assert.match((await item.textContent()) ?? '', /seen, grew 349\.5 MiB, 95 % of the increase, cache\.go/);
  assert.equal(await item.getAttribute('aria-level'), '8');
});
