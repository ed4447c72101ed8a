import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { noChromium } from './chromium.ts';
import type { ThemeName } from './harness/themes.ts';
import { InChromium } from './inChromium.ts';
import { leaking, type Panel } from './panel.ts';

const otherThemes: readonly ThemeName[] = ['light', 'highContrast', 'highContrastLight'];

suite('the panel for assistive technology', { skip: noChromium }, () => {
  const chromium = new InChromium();

  const check = async (panel: Panel, what: string, rules?: readonly string[]): Promise<void> => {
    const axe = new AxeBuilder({ page: panel.page });
    const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${what}: ${id} ${html}`));
    assert.deepEqual(found, []);
  };
  const addFilters = async (panel: Panel): Promise<void> => {
    await panel.chooseFrom('Add a filter', 'Hide runtime');
    await panel.chooseFrom('Add a filter', 'Scale current');
    await panel.chooseFrom('Add a filter', 'Focus only stacks');
  };
  const popups = ['Copy and save', 'Keys', 'Add a filter'];

  test('axe finds nothing, whatever is shown', async () => {
    chromium.harness.open(...leaking);
    const panel = await chromium.panel();
    await check(panel, 'flame graph');
    for (const tab of ['top', 'suspects', 'neighbours']) {
      await panel.page.click(`#tab-${tab}`);
      await panel.settled();
      await check(panel, tab);
    }
    await addFilters(panel);
    await check(panel, 'filters');
    for (const popup of popups) {
      await panel.page.getByRole('button', { name: popup, exact: true }).click();
      await check(panel, popup);
      await panel.page.keyboard.press('Escape');
    }
    await panel.close();
  });

  for (const theme of otherThemes) {
    test(`text stands out from its ground in ${theme}`, async () => {
      chromium.harness.open(...leaking);
      const panel = await chromium.panel({ theme });
      await panel.page.click('#tab-suspects');
      await addFilters(panel);
      for (const popup of popups) {
        await panel.page.getByRole('button', { name: popup, exact: true }).click();
        await check(panel, `${theme}, ${popup}`, ['color-contrast']);
        await panel.page.keyboard.press('Escape');
      }
      await panel.close();
    });
  }

  test('axe finds nothing in a problem', async () => {
    chromium.harness.fail({
      message: 'heap.txt is not a heap profile.',
      remedies: ['chooseAgain', 'showLog'],
    });
    const panel = await chromium.panel({ until: '.problem' });
    await check(panel, 'problem');
    await panel.close();
  });
});
