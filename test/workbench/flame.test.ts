import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { compare, leakingLine, seen } from './stories.ts';
import { patience } from './window.ts';

const openWindow = oneWindow();

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

test('an expression is searched for, by code that is there only then', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.tree.focus();
  await window.page.keyboard.press('/');
  await window.page.keyboard.type('^main\\.\\(\\*dedupe.*seen$');
  await view.shows('.matches', 'no match');
  await window.page.keyboard.press('Alt+r');
  await view.shows('.matches', /^[1-9]\d* match/);
});

test('the keyboard walks, zooms and comes back', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.tree.focus();
  const press = (key: string) => window.page.keyboard.press(key);

  await press('Home');
  await view.untilSelected(/^all,/);
  await press('ArrowDown');
  const child = await view.untilSelected(/^(?!all,)/);
  await press('ArrowUp');
  await view.untilSelected(/^all,/);
  await press('ArrowDown');
  assert.equal(await view.untilSelected(/^(?!all,)/), child);

  await press('Enter');
  await view.frame
    .locator('[role="treeitem"]', { hasText: 'runtime.' })
    .first()
    .waitFor({ state: 'detached' });
  await press('Escape');
  await press('Home');
  await view.untilSelected(/^all,/);
});

test('each frame of the tree says what it did, how deep it is, and where', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  const item = view.item(seen);
  assert.match((await item.textContent()) ?? '', /seen, grew 349\.5 MiB, 95 % of the increase, cache\.go/);
  assert.equal(await item.getAttribute('aria-level'), '8');
});

test('keys alone lead from two profiles in the explorer to the line that leaks', async t => {
  const { window, workspace } = await openWindow(t);
  const { page } = window;
  // From the editors: in the explorer its key leads back to them.
  await page.keyboard.press('Control+1');
  await page.locator('.explorer-folders-view .monaco-list:focus').waitFor({ state: 'detached' });
  const started = performance.now();
  let keys = 0;
  /** Presses a key and waits until this has come of it. */
  const press = async (key: string, shows: string): Promise<void> => {
    await page.keyboard.press(key);
    keys++;
    await page.locator(shows).first().waitFor();
    await untilFocusSeen(page);
  };
  const list = '.explorer-folders-view .monaco-list:focus';
  const row = (name: string): string => `${list} .monaco-list-row.focused[aria-label^="${name}"]`;

  await press('Control+Shift+E', list);
  await press('End', row('metrics.go'));
  await press('ArrowUp', row('main.go'));
  await press('ArrowUp', row('ingest.go'));
  // Shift and an arrow select what they come to.
  await press('Shift+ArrowUp', `${row('heap-1400')}[aria-selected="true"]`);
  await press('Shift+ArrowUp', `${row('heap-1300')}[aria-selected="true"]`);
  assert.equal(await page.locator(`${list} .monaco-list-row.selected`).count(), 2);

  // Nothing is chosen in a menu that opens: the menu itself is what is seen.
  await page.keyboard.press('ContextMenu');
  keys++;
  await page.locator('.monaco-menu:focus-within .action-item').first().waitFor();
  const focused = page.locator('.monaco-menu .action-item.focused .action-label');
  const labelled = (): Promise<string> =>
    focused.evaluateAll(labels => labels[0]?.getAttribute('aria-label') ?? '');
  for (let label = ''; label !== 'Compare Heap Profiles'; label = await labelled()) {
    assert.ok(keys < 20, 'the menu offers no comparison');
    await press('ArrowDown', `.monaco-menu .action-item.focused .action-label:not([aria-label="${label}"])`);
  }
  await page.keyboard.press('Enter');
  keys++;

  const view = await DiffView.painted(window);
  await view.frame.locator('[role="tree"]:focus').waitFor();
  await untilFocusSeen(view.frame);
  await view.untilSelected(/seen/);
  await page.keyboard.press('Control+Enter');
  keys++;
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  await window.untilFocused('cache.go');
  t.diagnostic(`${keys} keys, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  assert.ok(keys <= 20, `${keys} keys`);
});

test('three clicks lead from two profiles in the explorer to the line that leaks', async t => {
  const { window, workspace } = await openWindow(t);
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  const started = performance.now();
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.frame.locator('.where').getByText('cache.go:39').click();
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  t.diagnostic(`3 clicks, ${((performance.now() - started) / 1000).toFixed(1)} s`);
});

/** Waits until the eye sees where the keys go: what has the focus, or its active part, has a line or a colour. */
async function untilFocusSeen(page: Page | Frame): Promise<void> {
  await page.waitForFunction(
    () => {
      let focused = document.activeElement;
      // Menus stand in a shadow tree.
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (focused === null || focused === document.body) return false;
      const { outlineStyle, backgroundColor } = getComputedStyle(
        focused.querySelector('.focused') ?? focused,
      );
      return outlineStyle !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
    },
    undefined,
    { timeout: patience },
  );
}
