import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';

const deep = Array.from({ length: 120 }, (_, i) => `f${i}`).join(';');

suite('the map of a deep tree', { skip: noChromium }, () => {
  const chromium = new InChromium();

  chromium.onLeak('is not there where all of the tree is seen', async panel => {
    assert.equal(await panel.page.locator('.flame-map').isVisible(), false);
  });

  test('marks what is seen; a click and a drag on it scroll there', async () => {
    const bytes = (...lines: string[]): Uint8Array => profileBytes({ samples: samplesOf(...lines) });
    chromium.harness.openBytes([bytes('f0 100'), bytes('f0 1000100', `${deep} 500000`)]);
    const panel = await chromium.panel();
    const map = panel.page.locator('.flame-map');
    const scrolled = (): Promise<number> =>
      panel.page.locator('.flame-pane').evaluate(pane => pane.scrollTop);
    const box = await map.boundingBox();
    assert.ok(box);
    const x = box.x + box.width / 2;
    await panel.page.mouse.move(x, box.y + 1);
    await panel.page.mouse.down();
    await panel.settled();
    assert.equal(await scrolled(), 0);
    const mark = panel.page.locator('.flame-map .mark');
    const before = await mark.boundingBox();
    await panel.page.mouse.move(x, box.y + box.height - 1, { steps: 3 });
    await panel.page.mouse.up();
    await panel.settled();
    const pane = panel.page.locator('.flame-pane');
    assert.equal(await scrolled(), await pane.evaluate(each => each.scrollHeight - each.clientHeight));
    const after = await mark.boundingBox();
    assert.ok(before && after && after.y > before.y, 'the mark has moved');
    const { violations } = await new AxeBuilder({ page: panel.page }).analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    await panel.close();
  });
});
