import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { openFiles } from '../../../src/engine/openFiles.ts';
import { padded } from '../../fixtures/padded.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { webEngine } from '../../fixtures/webEngine.ts';
import { launchChromium, noChromium } from '../../setup/chromium.ts';
import { root } from '../../setup/run.ts';

/** So large that the engine decodes them in two threads. */
const folder = temporaryFolder('large');
const [base, current] = ['1300', '1400'].map(time => {
  const path = join(folder, `heap-${time}.pb`);
  writeFileSync(
    path,
    padded(gunzipSync(readFileSync(join(root, `test/fixtures/dedupe/heap-${time}.pb.gz`)))),
  );
  return path;
}) as [string, string];

suite('the engine in web workers', { skip: noChromium }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchChromium();
    page = await webEngine(browser, base, current);
  });
  after(() => browser.close());

  test('answers as in Node, and exports the same profile', async () => {
    const files = [base, current].map((path, i) => ({
      name: i === 0 ? 'base' : 'current',
      bytes: new Uint8Array(readFileSync(path)),
    }));
    const session = await openFiles({ files, order: 'byTime', limits: defaultLimits }, () => {});
    const { headline, tree } = session.view({ options: inuseSpace, root: null });
    const exported = await session.export({ options: inuseSpace, format: 'pprof' });
    const found = await page.evaluate(() => globalThis.asked.pair());
    assert.equal(found.headline, JSON.stringify(headline));
    assert.equal(found.nodes, tree.depth.length);
    assert.ok(gunzipSync(Buffer.from(found.exported)).equals(gunzipSync(exported)));
  });

  test('judges a series', async () => {
    assert.match(
      await page.evaluate(() => globalThis.asked.series()),
      /Cannot say: 2 captures make no trend, it takes 4; 383\.6 MiB → 748\.5 MiB/,
    );
  });

  test('reads code with a parser and a grammar that it is given', async () => {
    const text = 'package p\n\nfunc (c *cache) put() {\n}\n';
    const said = await page.evaluate(([code, name]) => globalThis.asked.outline(code, [name]), [
      text,
      'p.(*cache).put',
    ] as const);
    const declared = { name: 'put', owner: 'cache', line: 3, endLine: 4, literals: [] };
    assert.deepEqual(JSON.parse(said), {
      outline: { declarations: [declared], lines: 5, linked: {} },
      troubles: [],
    });
  });

  test('speaks the language of the page that has started it', async () => {
    const messages = { 'Both files hold the same profile.': 'Zweimal dasselbe.' };
    assert.deepEqual(await page.evaluate(given => globalThis.asked.inLanguage(given), messages), [
      'Zweimal dasselbe.',
    ]);
  });

  test('every request settles: when the script fails, is not there, when the thread is ended and when it refuses', async () => {
    assert.deepEqual(await page.evaluate(() => globalThis.asked.failing()), [
      'told: Uncaught Error: broken',
      'refused: Uncaught Error: broken',
      'told: there is no missing',
      'refused: there is no missing',
      'refused: the engine was stopped',
      'refused: no files are open',
    ]);
  });
});
