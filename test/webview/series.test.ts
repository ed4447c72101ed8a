import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import type { SeriesState, SeriesToHost, SeriesToWebview } from '../../src/seriesProtocol.ts';
import { receiveSeries } from '../../webview/series/receiveSeries.ts';
import { nothingYet, type SeriesView } from '../../webview/series/seriesView.ts';
import { Store } from '../../webview/state/store.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { launchChromium, noChromium } from '../setup/chromium.ts';
import { type CaptureBytes, capturesIn, SeriesHarness } from './harness/seriesHarness.ts';
import { type ThemeName, themes } from './harness/themes.ts';

const folder = (name: string): string => join(import.meta.dirname, '../fixtures/dedupe/series', name);
const leaking = capturesIn(folder('leaking'));
const fixed = capturesIn(folder('fixed'));
const csv = new Uint8Array(readFileSync(join(folder('leaking'), 'metrics-127.0.0.1-6060.csv')));
/** Leaked goroutines, captured beside one of these heaps. */
const leakedBeside = (at: number, count: number): CaptureBytes => ({
  name: `goroutineleak-${at}.pb`,
  bytes: profileBytes({
    sampleTypes: ['goroutineleak/count'],
    samples: [{ stack: ['main.serve', 'main.reply'], values: [count] }],
    timeNanos: readProfile(new Uint8Array(gunzipSync(leaking[at]?.bytes ?? ''))).timeNanos,
  }),
});
const address = (at: number): string => `file:///before/${leaking[at]?.name}`;

test('that a capture has changed while the series was read is still said when the series comes', () => {
  const posted: SeriesToHost[] = [];
  const store = new Store<SeriesView>(nothingYet);
  const receive = (message: SeriesToWebview): void =>
    receiveSeries({ store, post: each => posted.push(each) }, message);
  const read = (): void => receive({ type: 'series', answer: null, fix: null, beside: [], remarks: [] });
  const problem = { message: 'heap-3.pb.gz has changed since it was read.', remedies: ['reload'] } as const;
  receive({ type: 'progress', done: 0, of: 3 });
  receive({ type: 'stale', problem });
  read();
  assert.deepEqual(store.state.stale, problem);
  receive({ type: 'progress', done: 0, of: 3 });
  read();
  assert.equal(store.state.stale, null);
  assert.deepEqual(posted, []);
});

suite('the heap over time in Chromium', { skip: noChromium }, () => {
  let browser: Browser;
  let harness: SeriesHarness;
  before(async () => {
    [browser, harness] = await Promise.all([launchChromium(), SeriesHarness.start()]);
  });
  after(async () => {
    await browser.close();
    await harness.stop();
  });

  /** Runs with a page on what the harness has. Nothing may be complained about on the way. */
  const onPage = async (
    run: (page: Page) => Promise<void>,
    { theme = 'dark', width = 690, until = '.chart-picture canvas' }: Partial<OnPage> = {},
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: { width, height: 1000 }, timezoneId: 'UTC' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(harness.url(theme));
    await page.waitForSelector(until);
    await run(page);
    await context.close();
    assert.deepEqual(complaints, []);
  };
  const posted = <T extends SeriesToHost['type']>(page: Page, type: T): Promise<readonly unknown[]> =>
    page.evaluate(
      wanted => (window.posted as unknown[] as SeriesToHost[]).filter(each => each.type === wanted),
      type,
    );
  const answered = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => window.unanswered === 0 && document.querySelector('.busy') === null);
  /** What people see, line breaks included. */
  const text = async (locator: Locator): Promise<string> => (await locator.allInnerTexts()).join('\n');
  /** Waits until the chart reads so. */
  const reads = (page: Page, said: RegExp): Promise<void> =>
    page.locator('.chart-reading', { hasText: said }).waitFor();

  test('says how many goroutines have leaked, of the series and at each capture', async () => {
    await harness.open([...leaking, leakedBeside(0, 0), leakedBeside(7, 1400)]);
    await onPage(async page => {
      const heads = (await text(page.locator('.series-table th[scope=col]'))).split('\n');
      assert.deepEqual(heads.slice(-2), ['Leaked', 'Settled']);
      const column = await page
        .locator(`.series-table tbody td:nth-child(${heads.indexOf('Leaked') + 1})`)
        .allInnerTexts();
      assert.deepEqual(column, ['0', '–', '–', '–', '–', '–', '–', '1,400']);
      await page.getByText('1,400 goroutines have leaked, 0 when first counted: nothing').waitFor();
      // These were not captured beside the heaps, as far as is known.
      assert.equal(await page.getByRole('button', { name: / leaked: compare / }).count(), 0);
    });
  });

  test('says what the series comes to, with its captures and sites', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      assert.match(await text(page.locator('h1')), /^Staircase\s+\+\S+ MiB\/min · inuse_space · 8 captures$/);
      assert.match(await text(page.locator('.sentence')), /^24\.1 MiB → 197\.3 MiB over 8 captures/);
      assert.equal(await page.locator('.series-table tbody tr').count(), 8);
      assert.match(
        await text(page.locator('.series-table tbody tr').nth(1)),
        /^08:08:40\s+heap-\S+\s+69\.8 MiB\s+\+45\.7 MiB\s+\+213,202/,
      );
      assert.match(
        await text(page.locator('.site').first()),
        /20\.5 MiB → 187\.7 MiB[\s\S]*Staircase[\s\S]*dedupeCache\)\.seen\s+cache\.go:39/,
      );
      assert.match(await text(page.locator('.gaps summary')), /^What this series cannot tell: /);
      const saved = await page.evaluate(
        () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as SeriesState,
      );
      assert.equal(saved.sources.length, 8);
    });
  });

  test('where it grew most stands in the summary, above what was captured', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      const grew = page.locator('.grew-most');
      assert.match(
        await text(grew),
        /^Grew most: \(\*dedupeCache\)\.seen cache\.go:39\b.*, \+167\.2 MiB of \+173\.2 MiB\.$/,
      );
      await grew.getByRole('button', { name: /^Open .*cache\.go:39$/ }).click();
      await page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
      const [asked] = (await posted(page, 'openSource')) as [{ place: { line: number }; how: string }];
      assert.deepEqual([asked.place.line, asked.how], [39, 'go']);
      assert.deepEqual((await text(page.locator('.part h2'))).split('\n'), ['Sites that grew', 'Captures']);
    });
  });

  test('a site’s growth stays in its column, however long it is', async () => {
    await harness.open(
      [1, 2, 3, 4, 5, 6].map(i => ({
        name: `${i}.pb`,
        bytes: profileBytes({
          samples: samplesOf(`main.main;main.keeps ${Math.round((i * 113.7 + (i % 2) * 9.9) * 2 ** 20)}`),
          timeNanos: BigInt(Date.UTC(2026, 10, 25, 13, 0, i * 7)) * 1_000_000n,
        }),
      })),
    );
    for (const width of [1389, 1020, 690]) {
      await onPage(
        async page => {
          const rate = page.locator('.site .rate').first();
          assert.match(await text(rate), /^\+\d{3}\.\d\sMiB\/min \(\d{3}\.\d\sMiB … [\d.,]+\s[MG]iB\)$/);
          assert.ok(await rate.evaluate(element => element.scrollWidth <= element.clientWidth), `${width}`);
        },
        { width },
      );
    }
  });

  test('the chart shows a part of it, by key and wheel, and all of it again', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      const all = page.locator('.chart-zoom button');
      const picture = (): Promise<string> =>
        page.locator('.chart-picture canvas').evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());
      const whole = await picture();
      assert.equal(await all.count(), 0);
      await page.getByRole('application', { name: /^Chart of inuse_space over 8 captures/ }).focus();
      // VS Code's, not the chart's.
      for (const key of ['+', ']', 'Home', ' ']) await page.keyboard.press(`Control+${key}`);
      assert.ok((await picture()) === whole);
      for (let times = 0; times < 3; times++) await page.keyboard.press('+');
      await page.getByRole('button', { name: '3 of 8 captures in sight · show all' }).waitFor();
      assert.notEqual(await picture(), whole);
      // What is looked at stays in sight.
      const last = await picture();
      await page.keyboard.press('Home');
      await reads(page, /^Capture 1 of 8/);
      assert.match(await text(all), /^[23] of 8 captures in sight/);
      assert.notEqual(await picture(), last);
      await page.keyboard.press('Escape');
      await all.waitFor({ state: 'detached' });
      await page.keyboard.press('End');
      await reads(page, /^Capture 8 of 8/);
      assert.equal(await picture(), whole);
      const box = await page.locator('.u-over').boundingBox();
      assert.ok(box !== null);
      const first = { x: box.x + 8, y: box.y + 100 };
      await page.mouse.move(first.x, first.y);
      await reads(page, /^Capture 1 of 8/);
      const top = await page.evaluate(() => scrollY);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -600);
      await page.keyboard.up('Control');
      await page.getByRole('button', { name: /^[123] of 8 captures in sight/ }).waitFor();
      assert.equal(await page.evaluate(() => scrollY), top);
      // It is scaled round the pointer, under which the first one still is.
      await page.mouse.move(first.x, first.y + 5);
      await reads(page, /^Capture 1 of 8/);
      await page.mouse.wheel(400, 0);
      await page.mouse.move(first.x, first.y);
      await reads(page, /^Capture [23] of 8/);
      await all.click();
      await all.waitFor({ state: 'detached' });
      assert.deepEqual(await posted(page, 'compare'), []);
    });
  });

  test('a series of which nothing is known leads nowhere, and one with known leaks says so', async () => {
    const at = (i: number, ...stacks: readonly string[]): CaptureBytes => ({
      name: `${i}.pb`,
      bytes: profileBytes({
        samples: samplesOf(...stacks),
        timeNanos: BigInt(Date.UTC(2026, 10, 25, 13, i)) * 1_000_000n,
      }),
    });
    const minutes = [1, 2, 3, 4, 5];
    await harness.open([20, 23, 19, 22, 21].map((mib, i) => at(i, `main.main;main.stays ${mib * 2 ** 20}`)));
    await onPage(async page => {
      assert.match(await text(page.locator('h1')), /^Flat/);
      await page.getByRole('button', { name: 'Show 1 site, which has no trend' }).click();
      assert.equal(await page.locator('.site').count(), 1);
      assert.equal(await page.locator('.grew-most').count(), 0);
    });
    // The first capture's symbols, and what grows beside them.
    await harness.open(
      minutes.map(i =>
        at(
          i,
          `main.main;main.symbols ${i === 1 ? 1 : 2 ** 26}`,
          `main.main;main.kept@kept.go:7 ${i * 2 ** 20}`,
        ),
      ),
    );
    await onPage(async page => {
      assert.match(
        await text(page.locator('.grew-most')),
        /^Grew most: main\.symbols, \+64\.0 MiB of \+68\.0 MiB\.$/,
      );
      assert.match(
        await text(page.locator('.goes-on')),
        /^Goes on growing: main\.kept kept\.go:7\b.*, \+4\.0 MiB\.$/,
      );
    });
    const known = [{ site: 'main.known', own: [], because: 'by design', fixed: null }];
    await harness.open(
      minutes.map(i => at(i, `main.main;main.known ${i * 2 ** 24}`, `main.main;main.other ${i * 2 ** 20}`)),
      { known },
    );
    await onPage(async page => {
      assert.match(
        await text(page.locator('.grew-most')),
        /^Grew most beside known leaks: main\.other, \+4\.0 MiB of \+4\.0 MiB\.$/,
      );
      assert.equal(await page.locator('.goes-on').count(), 0);
    });
  });

  test('keys go from capture to capture, and two marks open the diff between them', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      await page.getByRole('application', { name: /^Chart of inuse_space over 8 captures/ }).focus();
      await reads(page, /^Capture 8 of 8/);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await reads(page, /^Capture 2 of 8 · .* · 08:08:40 · 69\.8 MiB · \+45\.7 MiB/);
      assert.match(await text(page.locator('tr.looked-at')), /^08:08:40/);
      await page.keyboard.press('Enter');
      await reads(page, /marked: mark another/);
      await page.keyboard.press('Escape');
      await page.locator('.chart-reading', { hasText: 'marked:' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      assert.deepEqual(await posted(page, 'compare'), [
        { type: 'compare', from: address(0), to: address(1), reveal: null },
      ]);
    });
  });

  test('a range that is dragged opens its diff, a click marks', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      const box = await page.locator('.u-over').boundingBox();
      assert.ok(box);
      const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2];
      await page.mouse.move(...at(0.03));
      await page.mouse.down();
      await page.mouse.move(...at(0.5));
      await page.mouse.move(...at(0.97));
      await page.mouse.up();
      assert.deepEqual(await posted(page, 'compare'), [
        { type: 'compare', from: address(0), to: address(7), reveal: null },
      ]);
      await page.mouse.click(...at(0.03));
      await reads(page, /^Capture 1 of 8 .* marked: mark another/);
    });
  });

  test('a change leads to its diff, a site to its line and to its frame', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      await page.getByRole('button', { name: /^\+45\.7 MiB: compare heap-/ }).click();
      const name = page.locator('.site .name').first();
      await name.click();
      await page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
      await name.dblclick();
      const site = { name: 'main.(*dedupeCache).seen', line: 39, startLine: 0 };
      const [opened] = (await posted(page, 'openSource')) as [{ place: object; how: string }];
      assert.deepEqual({ ...opened.place, file: '' }, { ...site, file: '' });
      assert.equal(opened.how, 'reveal');
      const compared = (await posted(page, 'compare')) as {
        from: string;
        to: string;
        reveal: { name: string } | null;
      }[];
      assert.deepEqual(
        compared.map(({ from, to, reveal }) => [from, to, reveal?.name]),
        [
          [address(0), address(1), undefined],
          [address(0), address(7), site.name],
        ],
      );
      // Twice clicked is no click.
      await page.waitForTimeout(400);
      assert.equal((await posted(page, 'openSource')).length, 1);
      await page.getByRole('button', { name: 'Show main.(*dedupeCache).seen in the diff' }).press('Enter');
      assert.equal((await posted(page, 'compare')).length, 3);
    });
  });

  test('a site of a library leads to the own line that calls it', async () => {
    const stack =
      'main.main@/app/m.go:1;main.key@/app/k.go:9;encoding/json.Marshal@/go/src/encoding/json/encode.go:240';
    await harness.open(
      [1, 2, 3, 4].map(i => ({
        name: `${i}.pb`,
        bytes: profileBytes({
          samples: samplesOf(`${stack} ${i * 2 ** 20}`),
          timeNanos: BigInt(Date.UTC(2026, 10, 25, 13, i)) * 1_000_000n,
        }),
      })),
    );
    await onPage(async page => {
      const site = page.locator('.site');
      assert.match(
        await text(site),
        /json\.Marshal\s+encode\.go:240[\s\S]*called from your main\.key\s+k\.go:9/,
      );
      await site.getByRole('button', { name: 'Open k.go:9' }).click();
      await page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
      const place = { name: 'main.key', file: '/app/k.go', line: 9, startLine: 0 };
      assert.deepEqual(await posted(page, 'openSource'), [{ type: 'openSource', place, how: 'go' }]);
    });
  });

  test('what became of a line that was asked for is in sight, wherever the page is scrolled to', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      await page.setViewportSize({ width: 690, height: 500 });
      const status = page.locator('.source-status');
      const say = (message: string | null): Promise<void> =>
        page.evaluate(each => window.fromHost(each as never), { type: 'sourceStatus', message });
      await say('No file in the workspace matches cache.go.');
      for (const where of ['.grew-most', '.site', '.series-table tbody tr:last-child']) {
        await page.locator(where).first().scrollIntoViewIfNeeded();
        const box = await status.boundingBox();
        assert.ok(box !== null && box.y > 0 && box.y + box.height <= 500, `${where}: ${JSON.stringify(box)}`);
      }
      await page.locator('.series').evaluate(each => each.scrollTo(0, each.scrollHeight));
      const [table, said] = await Promise.all([
        page.locator('.series-table').last().boundingBox(),
        status.boundingBox(),
      ]);
      assert.ok(table && said && table.y + table.height <= said.y, 'it covers nothing at the end');
      await say(null);
      assert.equal(await status.count(), 0);
    });
  });

  test('a settled capture and a fix change what is said', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      await page
        .getByRole('checkbox', { name: /after-the-load\S* was captured after the load had stopped$/ })
        .click();
      await page.locator('.sentence', { hasText: 'drained once the load had stopped' }).waitFor();
      await page.getByRole('combobox', { name: 'Where the fix went in' }).click();
      await page.locator('vscode-option:visible').nth(4).click();
      await page.locator('.fix h2').waitFor();
      assert.match(await text(page.locator('.fix h2')), /^Before and after the fix: (Cannot say|Not fixed)/);
      assert.deepEqual(await posted(page, 'fix'), [{ type: 'fix', from: address(4) }]);
      await page
        .getByRole('img', { name: /^Chart of inuse_space before the fix, 24\.1 MiB to 129\.4 MiB/ })
        .waitFor();
    });
  });

  test('the captures are counted in another sample type, and can be in none that only rises', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      await page.getByRole('combobox', { name: 'Sample type' }).click();
      const offered = page.locator('vscode-option:visible');
      await offered.first().waitFor();
      assert.deepEqual(await offered.allInnerTexts(), ['inuse_objects', 'inuse_space']);
      await page.locator('vscode-option', { hasText: 'inuse_objects' }).click();
      await page.locator('h1', { hasText: 'inuse_objects' }).waitFor();
      const before = /^08:08:40\s+heap-\S+\s+(\S+)\s+\+213,202/;
      assert.match(await text(page.locator('.series-table tbody tr').nth(1)), before);
      assert.deepEqual(await posted(page, 'sampleType'), [
        { type: 'sampleType', sampleType: 'inuse_objects' },
      ]);
    });
    await harness.open(leaking, { after: fixed, sampleType: 'inuse_objects' });
    await onPage(async page => {
      assert.match(await text(page.locator('h1')), /^Fixed\s+inuse_objects · /);
      await page.getByRole('combobox', { name: 'Sample type' }).click();
      await page.locator('vscode-option', { hasText: 'inuse_space' }).click();
      await page.locator('h1', { hasText: 'inuse_space' }).waitFor();
    });
  });

  test('two series are held against each other on the same axes', async () => {
    await harness.open(leaking, { after: fixed });
    await onPage(async page => {
      assert.match(await text(page.locator('h1')), /^Fixed\s+inuse_space · 8 captures before, 8 after$/);
      assert.match(await text(page.locator('.sentence')), /\(\*dedupeCache\)\.seen.* gone from the suspects/);
      assert.match(
        await text(page.locator('.fix tbody')),
        /Before\s+8\s+24\.1 MiB → 197\.3 MiB\s+\+\S+ MiB\/min \(.*\)\s+Staircase/,
      );
      await page
        .locator('.fix-sites', { hasText: '(*dedupeCache).seen is gone from the suspects' })
        .waitFor();
      await page.getByRole('button', { name: 'Swap before and after' }).click();
      await page.locator('h1', { hasText: 'Cannot say' }).waitFor();
      assert.deepEqual(await posted(page, 'swap'), [{ type: 'swap' }]);
    });
  });

  test('RSS, traffic and the limit are lines beside the heap, and when it is met is said', async () => {
    await harness.open(leaking, { csv, limit: 2 ** 30 });
    await onPage(async page => {
      const legend = await text(page.locator('.chart-legend'));
      for (const line of ['rss', 'requests (right axis)', 'rss without the heap', 'Limit 1.0 GiB']) {
        assert.ok(legend.split('\n').includes(line), `${line} in ${legend}`);
      }
      assert.match(
        await text(page.locator('.series-notice')),
        /^The floor of rss rises by .* meets 1\.0 GiB in about/,
      );
      await page.getByRole('button', { name: 'Add RSS or Traffic…' }).click();
      await page.getByRole('button', { name: 'Container limit' }).click();
      assert.deepEqual(await posted(page, 'metrics'), [{ type: 'metrics', how: 'add' }]);
      assert.equal((await posted(page, 'limit')).length, 1);
    });
  });

  test('names of strangers are shown as text, and files that are no profiles are named', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e';
    const bytes = profileBytes({ samples: [{ stack: [name], values: [1] }] });
    const broken = { name: 'broken.pb.gz', bytes: new TextEncoder().encode('nothing') };
    await harness.open([{ name: `${name}.pb.gz`, bytes }, { name: 'b.pb.gz', bytes }, broken]);
    await onPage(async page => {
      assert.equal(await page.locator('img').count(), 0);
      assert.match(await text(page.locator('.series-table')), /<img src=x onerror=alert\(1\)>\\u202e/);
      assert.match(await text(page.locator('h1')), /^Cannot say/);
      await page.locator('.fold summary').click();
      assert.match(await text(page.locator('.fold')), /1 file is not part of this series\s+broken\.pb\.gz/);
    });
  });

  test('a problem, files that changed and a message that is none are said', async () => {
    await harness.open(leaking);
    await onPage(async page => {
      const send = (message: unknown): Promise<void> =>
        page.evaluate(each => window.fromHost(each as never), message);
      await send({ type: 'stale', problem: { message: 'one has changed.', remedies: ['reload'] } });
      await page
        .locator('.banner', { hasText: 'one has changed.' })
        .getByRole('button', { name: 'Reload' })
        .click();
      assert.deepEqual(await posted(page, 'remedy'), [{ type: 'remedy', remedy: 'reload' }]);
      await send({ type: 'progress', done: 1, of: 8 });
      await page.locator('.busy').waitFor();
      await send({ type: 'nonsense' });
      await page.locator('.banner', { hasText: 'an error of its own' }).waitFor();
      await send({ type: 'failed', problem: { message: 'All is gone.', remedies: ['chooseAgain'] } });
      await page.getByRole('heading', { name: 'All is gone.' }).waitFor();
      await send({ type: 'progress', done: 1, of: 8 });
      await page.locator('main.progress', { hasText: 'Reading capture 2 of 8…' }).waitFor();
    });
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    test(`axe finds nothing in ${theme}`, async () => {
      await harness.open(leaking, { csv, limit: 2 ** 30, fixedFrom: address(4) });
      await onPage(
        async page => {
          await answered(page);
          await page.locator('.gaps summary').click();
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
          assert.deepEqual(found, []);
          const fits = await page.evaluate(() => document.body.scrollWidth <= document.body.clientWidth);
          assert.ok(fits, 'nothing stands out of a narrow panel');
        },
        { theme, width: theme === 'dark' ? 420 : 690 },
      );
    });
  }
});

interface OnPage {
  readonly theme: ThemeName;
  readonly width: number;
  readonly until: string;
}
