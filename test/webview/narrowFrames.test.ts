import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';

/** Each of them has less than a fifth of a pixel, all together a hundred. */
const tiny = (bytes: number): string[] => Array.from({ length: 500 }, (_, i) => `main;tiny${i} ${bytes}`);

suite('siblings too narrow to be drawn', { skip: noChromium }, () => {
  const chromium = new InChromium();

  test('are one box that says how many and how much, and opens by a click', async () => {
    const bytes = (...lines: string[]): Uint8Array => profileBytes({ samples: samplesOf(...lines) });
    chromium.harness.openBytes([bytes('main;big 100'), bytes('main;big 1000100', ...tiny(200))]);
    const panel = await chromium.panel();
    const { x, y } = await panel.at(2, 0.96);
    await panel.page.mouse.move(x, y);
    assert.match(
      await panel.text('.tooltip:visible'),
      /^500 frames too narrow to draw\s+0 B → 97\.7 KiB\s+▲ \+97\.7 KiB\s+A click widens them$/,
    );
    assert.match(await panel.text('.legend'), /500 frames narrower than a pixel/);
    const before = await panel.selected();
    await panel.page.mouse.click(x, y);
    await panel.page.locator('.legend', { hasText: 'narrower' }).waitFor({ state: 'detached' });
    assert.equal(await panel.selected(), before);
    await panel.page.mouse.click(x, y);
    assert.match(await panel.selected(), /^tiny\d+, new, grew 200 B/);
    await panel.press('Escape');
    await panel.page.locator('.legend', { hasText: '500 frames narrower' }).waitFor();
    await panel.close();
  });
});
