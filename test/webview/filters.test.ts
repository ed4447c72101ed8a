import assert from 'node:assert/strict';
import { suite } from 'node:test';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Panel } from './panel.ts';

suite('filters and menus, in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();

  const { onLeak } = chromium;
  const add = (panel: Panel) => panel.page.getByRole('button', { name: 'Add a filter', exact: true });
  const chips = (panel: Panel) => panel.page.locator('.filtered .edit');
  const focused = (panel: Panel): Promise<string> =>
    panel.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  onLeak('by keyboard alone a filter is added, edited where it stands, and removed', async panel => {
    assert.equal(await panel.page.locator('.filtered').count(), 0);
    await add(panel).press('Enter');
    await panel.page
      .getByRole('menuitem', { name: 'Focus only stacks' })
      .and(panel.page.locator(':focus'))
      .waitFor();
    await panel.press('ArrowDown', 'Enter');
    await panel.page.locator('vscode-text-field[aria-label^="Ignore: "]:focus').waitFor();
    await panel.page.keyboard.type('dedupeCache');
    await panel.press('Enter');
    assert.equal(await panel.text('.figure'), '+15.5 MiB');
    await panel.page.locator('.filtered .edit:focus').waitFor();
    assert.equal(await focused(panel), 'ignore dedupeCache');

    await panel.press('Enter');
    await panel.page.locator('vscode-text-field[aria-label^="Ignore: "]:focus').waitFor();
    await panel.page.keyboard.type('nothingAtAll');
    await panel.press('Escape');
    await panel.page.locator('.filtered .edit:focus').waitFor();
    assert.equal(await focused(panel), 'ignore dedupeCache');
    await panel.press('Delete');
    await panel.page.waitForSelector('.filtered', { state: 'detached' });
    await panel.page.locator('.opener:focus').waitFor();
    assert.equal(await focused(panel), '+ Filter');
    assert.equal(await panel.text('.figure'), '+365.0 MiB');
  });

  onLeak(
    'what is complete is a chip by its name, that comes back after a reload and goes by its ×',
    async panel => {
      await panel.send({ type: 'goModules', paths: ['example.com/dedupe'] });
      await panel.chooseFrom('Add a filter', 'Only my module');
      await panel.chooseFrom('Add a filter', 'Hide runtime');
      await panel.chooseFrom('Add a filter', 'Scale current to the base');
      const told =
        /Only part is shown:\s+hide runtime\s+×\s+only my module\s+×\s+current scaled to the base’s total\s+×/;
      assert.match(await panel.text('.filtered'), told);
      await panel.page.reload();
      await panel.page.waitForSelector('.filtered .edit');
      await panel.settled();
      assert.equal(await chips(panel).count(), 2);
      await panel.page
        .getByRole('button', { name: 'Remove filter: current scaled to the base’s total' })
        .click();
      await panel.page.getByRole('button', { name: 'Remove filter: hide runtime' }).click();
      await panel.settled();
      assert.equal(await chips(panel).count(), 1);
      assert.equal((await panel.saved()).options?.filter.hide, '');
      await panel.page.getByRole('button', { name: 'Clear', exact: true }).click();
      await panel.page.waitForSelector('.filtered', { state: 'detached' });
    },
  );

  onLeak('what a frame’s menu filters by is a chip, the next to be hidden beside the first', async panel => {
    // The frame where most grew is selected as the panel opens, and another one when that is hidden.
    await panel.send({ type: 'frameAction', action: 'hide' });
    assert.match(await panel.text('.filtered'), /hide \^main\\\.\\\(\\\*dedupeCache\\\)\\\.seen\$\s+×/);
    await panel.focusFlame();
    await panel.press('Home', 'ArrowDown');
    await panel.send({ type: 'frameAction', action: 'hide' });
    assert.match(await panel.text('.filtered'), /hide \^main.*seen\$\|\^.+\$\s+×/);
  });

  onLeak('a menu closes on Esc and beside it, and the keys are behind a question mark', async panel => {
    const menu = panel.page.getByRole('menu', { name: 'Copy and save' });
    const opener = panel.page.getByRole('button', { name: 'Copy and save', exact: true });
    await opener.click();
    await panel.press('End');
    assert.equal(await focused(panel), 'Save flame graph (PNG)…');
    await panel.press('ArrowDown');
    assert.equal(await focused(panel), 'Copy summary Markdown');
    await panel.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await panel.page.locator('.opener:focus').waitFor();
    await opener.click();
    await panel.page.mouse.click(100, 600);
    await menu.waitFor({ state: 'hidden' });

    const keys = panel.page.getByRole('dialog', { name: 'Keys' });
    await panel.focusFlame();
    await panel.page.keyboard.press('?');
    await keys.waitFor();
    assert.match((await keys.textContent()) ?? '', /\/, Ctrl\/Cmd \+ Fsearch/);
    await panel.page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await panel.page.locator('.search input').fill('a?');
    await panel.page.keyboard.press('?');
    await panel.settled();
    assert.ok(!(await keys.isVisible()));
  });
});
