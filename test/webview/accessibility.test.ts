import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { noChromium } from '../setup/chromium.ts';
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
  /** With what is said while files are dragged over the panel. */
  const checkDrops = async (panel: Panel, what: string): Promise<void> => {
    for (const dragged of [{ texts: { 'text/uri-list': 'file:///a' } }, { files: ['heap.pb.gz'] }]) {
      await panel.drag('dragover', dragged);
      const axe = new AxeBuilder({ page: panel.page }).include('.drop-hint');
      assert.deepEqual((await axe.analyze()).violations, [], what);
    }
    await panel.drag('dragleave', {});
  };
  const popups = ['Copy and save', 'Keys', 'Add a filter'];

  test('axe finds nothing, whatever is shown', async () => {
    chromium.harness.open(...leaking);
    const panel = await chromium.panel();
    await check(panel, 'flame graph');
    await checkDrops(panel, 'drops');
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
      await checkDrops(panel, theme);
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

  test('at 200 % nothing is cut off', async () => {
    chromium.harness.open(...leaking);
    const screen = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
    const panel = await chromium.panel({ screen });
    for (const tab of ['flame', 'top', 'suspects', 'neighbours']) {
      await panel.page.click(`#tab-${tab}`);
      await panel.settled();
      await check(panel, `${tab} at 200 %`);
      const beyond = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(beyond, 0, tab);
      for (const control of await panel.page
        .locator('header button, header vscode-dropdown, .tabs button')
        .all()) {
        const box = await control.boundingBox();
        if (box !== null)
          assert.ok(box.x >= 0 && box.x + box.width <= 720, (await control.textContent()) ?? '');
      }
    }
    await panel.page.click('#tab-flame');
    const graph = await panel.page.locator('.flame-pane').boundingBox();
    assert.ok(graph !== null && graph.height >= 450 / 2, `${graph?.height}`);
    await panel.close();
  });

  test('where the system chooses the colours, what is chosen and where the keys go is seen', async () => {
    chromium.harness.open(...leaking);
    const panel = await chromium.panel({
      theme: 'highContrast',
      screen: { forcedColors: 'active', colorScheme: 'dark' },
    });
    await check(panel, 'forced colours');
    const style = (selector: string, name: string): Promise<string> =>
      panel.page
        .locator(selector)
        .first()
        .evaluate((each, of) => getComputedStyle(each).getPropertyValue(of), name);
    assert.match(await style('.legend .scale', 'background-image'), /gradient/);
    for (const [chosen, other, by] of [
      ['.tabs [aria-selected="true"]', '.tabs [aria-selected="false"]', 'border-bottom-color'],
      ['.switch [aria-pressed="true"]', '.switch [aria-pressed="false"]', 'background-color'],
    ] as const) {
      assert.notEqual(await style(chosen, by), await style(other, by), chosen);
    }
    for (let stop = 0; stop < 20; stop++) {
      await panel.page.keyboard.press('Tab');
      const outline = await panel.page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        // The toolkit draws a border of its own.
        return focused?.tagName.includes('-') ||
          focused?.closest('[part]') ||
          focused === document.body ||
          focused === null
          ? 'theirs'
          : getComputedStyle(focused).outlineStyle;
      });
      assert.notEqual(outline, 'none', `at stop ${stop}`);
    }
    await panel.close();
  });

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
