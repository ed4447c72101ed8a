import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { speak } from '../../src/core/language.ts';
import { launchChromium, noChromium } from '../setup/chromium.ts';
import { messagesIn } from '../setup/messages.ts';
import { capturesIn, SeriesHarness } from './harness/seriesHarness.ts';
import { Harness } from './harness/server.ts';
import { leaking, Panel } from './panel.ts';

const series = (name: string) => capturesIn(join(import.meta.dirname, '../fixtures/dedupe/series', name));

/** What is no word of ours: names in profiles and of files, sample types and columns as pprof calls them, units, keys, dates. */
const data = [
  /\b[A-Z][a-z]{2} [A-Z][a-z]{2} \d+ .*? GMT\S* \(.*?\)/g,
  /\S*[\d._/:(*]\S*/g,
  /\b(?:all|[Ff]lat|[Cc]um|Sum|space|objects|count|bytes|normalize|ns|ms|min|KiB|MiB|GiB|Top|Markdown|Aa)\b/g,
  /\b(?:Ctrl|Cmd|Alt|Shift|Enter|Esc|Del|Home)\b/g,
];

/** All that a page says, to the eye and to assistive technology, in its order. */
function saidIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: string[] = [];
    const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder'];
    const read = (node: Node): void => {
      if (node instanceof Text) said.push(node.data);
      if (node instanceof Element) {
        if (node.matches('script, style')) return;
        for (const name of attributes) said.push(node.getAttribute(name) ?? '');
        node.shadowRoot?.childNodes.forEach(read);
      }
      node.childNodes.forEach(read);
    };
    read(document.body);
    return said.join('\n');
  });
}

/** What stands outside of the brackets that every message has in this language, and has a word in it. */
function englishIn(said: string): readonly string[] {
  let rest = said;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  for (const each of data) rest = rest.replace(each, ' ');
  return [...new Set(rest.split('\n').map(each => each.trim()))].filter(each => /\p{L}{2}/u.test(each));
}

suite('a page in another language says nothing in English', { skip: noChromium }, () => {
  let browser: Browser;
  before(async () => {
    const messages = await messagesIn('src', 'webview');
    speak({ tag: 'de', messages: Object.fromEntries(messages.map(({ key }) => [key, `⟦${key}⟧`])) });
    browser = await launchChromium();
  });
  after(() => browser.close());

  test('the panel, in each of its views and with what opens over it', async t => {
    const harness = await Harness.start();
    t.after(() => harness.stop());
    harness.open(...leaking);
    const panel = await Panel.open(browser, harness);
    const { page } = panel;
    const isSaid = async (view: string): Promise<void> =>
      assert.deepEqual([view, ...englishIn(await saidIn(page))], [view]);
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await isSaid('flame graph');
    const { x, y } = await panel.at(2, 0.3);
    await page.mouse.move(x, y);
    await page.locator('.tooltip:not([hidden])').waitFor();
    await page.mouse.click(x, y);
    await panel.settled();
    await isSaid('flame graph with a frame');
    for (const tab of ['top', 'suspects', 'neighbours']) {
      await page.locator(`#tab-${tab}`).click();
      await panel.settled();
      await isSaid(tab);
    }
    await page.keyboard.press('?');
    await isSaid('keys');
    await panel.close();
  });

  test('the heap over time, alone and beside a series after a fix', async t => {
    const harness = await SeriesHarness.start();
    t.after(() => harness.stop());
    const page = await browser.newPage();
    for (const after of [[], series('fixed')]) {
      await harness.open(series('leaking'), { after });
      await page.goto(harness.url('dark'));
      await page.waitForSelector('.chart-picture canvas');
      assert.deepEqual(englishIn(await saidIn(page)), []);
    }
    await page.close();
  });
});
