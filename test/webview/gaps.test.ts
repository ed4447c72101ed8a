import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import { flat, leaking, type Panel } from './panel.ts';

suite('what the files cannot tell, in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();
  const height = async (panel: Panel, selector: string): Promise<number> =>
    (await panel.page.locator(selector).boundingBox())?.height ?? 0;

  test('one line under the headline, however narrow, that folds open by key', async () => {
    chromium.harness.open(...leaking);
    const panel = await chromium.panel();
    assert.match(
      await panel.text('.gaps summary'),
      /^What these two cannot tell:\s+whether it is a leak or a backlog, whether it goes on growing$/,
    );
    await panel.page.setViewportSize({ width: 420, height: 850 });
    await panel.settled();
    const folded = await height(panel, '.flame-pane');
    const line = await height(panel, '.gaps');
    assert.ok(line > 10 && line < 24, `${line}`);
    // Nor do the chips take a second row for how sure the retained share is.
    await panel.page.getByRole('button', { name: 'All of the summary' }).press('Enter');
    const chips = await height(panel, '.chips');
    assert.ok(chips > 10 && chips < 26, `${chips}`);
    assert.match(await panel.text('.chips'), /hardly anything was freed[\s\S]*sampling noise/);
    await panel.page.getByRole('button', { name: 'All of the summary' }).press('Enter');
    await panel.page.locator('.gaps summary').focus();
    await panel.press('Enter');
    assert.match(
      await panel.text('.gaps li >> nth=0'),
      /^Whether it is a leak or a backlog: neither file says .*\. Capture once more after the load has stopped\./,
    );
    // Not said twice, and the graph keeps most of its place.
    assert.equal(await panel.text('.gaps summary'), 'What these two cannot tell:');
    assert.ok((await height(panel, '.flame-pane')) > folded / 2);
    await panel.press('Enter');
    assert.equal(await height(panel, '.flame-pane'), folded);
    await panel.close();
  });

  test('leaked goroutines beside the heaps are said in one line, with the way to where they wait', async () => {
    const text =
      '1,921 goroutines have leaked, 500 at the base: nothing can wake them any more, and what they hold is not freed.';
    chromium.harness.open(...leaking);
    chromium.harness.leaked = { text, canCompare: true };
    const panel = await chromium.panel();
    const line = panel.page.locator('.leaked');
    for (const width of [1200, 420]) {
      await panel.page.setViewportSize({ width, height: 850 });
      await panel.settled();
      assert.equal(await line.locator('.said').getAttribute('title'), text);
      const { height: lineHeight = 0 } = (await line.boundingBox()) ?? {};
      assert.ok(lineHeight > 10 && lineHeight < 24, `${lineHeight} at ${width}`);
    }
    await line.getByRole('button', { name: 'Show where they wait' }).click();
    assert.ok(await panel.page.evaluate(() => window.posted.some(({ type }) => type === 'compareLeaks')));
    await panel.close();
    chromium.harness.leaked = { text, canCompare: false };
    const other = await chromium.panel();
    assert.equal(await other.page.locator('.leaked button').count(), 0);
    assert.match(await other.text('.leaked'), /^1,921 goroutines have leaked/);
    await other.close();
    chromium.harness.leaked = null;
    const without = await chromium.panel();
    assert.equal(await without.page.locator('.leaked').count(), 0);
    await without.close();
  });

  test('offers to capture where the host can, and says what to capture where it cannot', async () => {
    chromium.harness.open(...leaking);
    const panel = await chromium.panel();
    await panel.page.click('.gaps summary');
    const button = panel.page.locator('.gaps').getByRole('button', { name: 'Capture Heap Profile…' });
    assert.ok((await button.count()) > 0);
    // As the host writes it in a browser, into a page that is painted anew.
    await panel.page.evaluate(() => document.body.setAttribute('data-can-capture', 'false'));
    await panel.choose('Sample type', 'inuse_objects');
    await button.first().waitFor({ state: 'detached' });
    assert.match(await panel.text('.gaps li >> nth=0'), /Capture once more after the load has stopped\./);
    await panel.close();
  });

  test('stays open when another sample type is looked at, and says what follows from that', async () => {
    chromium.harness.open(...flat);
    const panel = await chromium.panel();
    await panel.page.click('.gaps summary');
    assert.match(await panel.text('.gaps li >> nth=0'), /^Whether anything grew: .* about 6 samples/);
    await panel.choose('Sample type', 'inuse_objects');
    assert.match(await panel.text('.gaps'), /Whether it grows over a longer time/);
    await panel.close();
  });

  test('each gap has a button that asks the host to close it', async () => {
    const closed = async (title: string, ...files: [string, string]): Promise<readonly unknown[]> => {
      chromium.harness.open(...files);
      const panel = await chromium.panel({ until: '.gaps' });
      await panel.page.click('.gaps summary');
      await panel.page.getByRole('button', { name: title }).first().press('Enter');
      const posted = await panel.page.evaluate(() => window.posted.filter(({ type }) => type === 'closeGap'));
      await panel.close();
      return posted;
    };
    assert.deepEqual(await closed('Choose Again…', leaking[0], leaking[0]), [
      { type: 'closeGap', closing: 'chooseAgain' },
    ]);
    assert.deepEqual(await closed('Capture Heap Profile…', ...leaking), [
      { type: 'closeGap', closing: 'captureSettled' },
    ]);
    assert.deepEqual(await closed('Show Heap Over Time…', ...leaking), [
      { type: 'closeGap', closing: 'showSeries' },
    ]);
  });

  for (const theme of ['dark', 'light', 'highContrast'] as const) {
    test(`axe finds nothing when it is open in ${theme}`, async () => {
      chromium.harness.open(...leaking);
      const panel = await chromium.panel({ theme });
      await panel.page.click('.gaps summary');
      const { violations } = await new AxeBuilder({ page: panel.page }).include('.gaps').analyze();
      assert.deepEqual(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)),
        [],
      );
      await panel.close();
    });
  }
});
