import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';

const count = 100;
/** Longer than the 64 KiB at which the reader cuts a name; the numbers stand before the cut. */
const long = (what: string, i: number): string => `${what}${i}_${'n'.repeat(1 << 17)}`;

/** 100 calls one inside the other and 100 beside each other, each of a name and a path of its own. */
function heap(size: number): Uint8Array {
  const frame = (what: string, i: number): string => `${long(`main.${what}`, i)}@/src/${long(what, i)}.go:7`;
  const deep = Array.from({ length: count }, (_, i) => frame('deep', i));
  return profileBytes({
    samples: [
      { stack: deep, values: [size * count] },
      ...Array.from({ length: count }, (_, i) => ({ stack: [frame('wide', i)], values: [size * (i + 1)] })),
    ],
    comments: [long('comment', 0)],
  });
}

suite('names of 64 KiB in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();
  before(() => {
    chromium.harness.openBytes([heap(1 << 10), heap(1 << 20)]);
  });

  test('they are never repeated in the page, nor in what it keeps, and can be asked about', async t => {
    const started = performance.now();
    const panel = await chromium.panel();
    const opened = performance.now() - started;
    let most = 0;
    const measure = async (where: string): Promise<void> => {
      await panel.settled();
      const characters = await panel.page.evaluate(() => document.documentElement.outerHTML.length);
      most = Math.max(most, characters);
      assert.ok(characters < 1_000_000, `${where}: ${characters} characters`);
      const saved = JSON.stringify(await panel.saved()).length;
      assert.ok(saved < 1 << 16, `${where}: ${saved} characters are kept`);
    };
    await measure('flame graph');
    await panel.focusFlame();
    await panel.press('Home');
    for (let step = 0; step < count; step++) await panel.page.keyboard.press('ArrowDown');
    await panel.press('Enter');
    await measure('zoomed');
    assert.match(await panel.selected(), /^main\.deep99_n+…/);
    const kept = await panel.saved();
    assert.ok(kept.zoom.length > 0);
    t.diagnostic(`${Math.round(opened)} ms to open, ${JSON.stringify(kept).length} characters kept`);

    await panel.page.reload();
    await panel.page.waitForSelector('[role=treeitem]', { state: 'attached' });
    await measure('after a reload');
    assert.deepEqual(await panel.saved(), kept);

    for (const tab of ['Top', 'Suspects', 'Callers & callees']) {
      await panel.page.getByRole('tab', { name: tab }).click();
      await measure(tab);
    }
    await panel.page.getByRole('tab', { name: 'Flame graph' }).click();
    await panel.focusFlame();
    await panel.press('Home', 'ArrowDown', 'ArrowDown');
    await panel.page.getByRole('tab', { name: 'Callers & callees' }).click();
    await measure('callers and callees');
    assert.match(await panel.text('.self-name'), /^main\.deep1_n+…$/);
    assert.match(await panel.text('[aria-label=Callers] .name'), /^main\.deep0_n+…$/);
    t.diagnostic(`at most ${most} characters in the page`);
    await panel.close();
  });
});
