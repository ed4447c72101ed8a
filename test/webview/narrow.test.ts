import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import { leaking, type Panel } from './panel.ts';

suite('the panel beside the code, in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();

  const { onLeak } = chromium;
  const resize = async (panel: Panel, width: number, height: number): Promise<void> => {
    await panel.page.setViewportSize({ width, height });
    await panel.settled();
  };
  const height = async (panel: Panel, selector: string): Promise<number> =>
    (await panel.page.locator(selector).boundingBox())?.height ?? 0;
  /** How many names of the way of the growth end in "…". */
  const cut = (panel: Panel): Promise<number> =>
    panel.page
      .locator('.fan-out .link')
      .evaluateAll(links => links.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  const fold = (panel: Panel, what: string) => panel.page.getByRole('button', { name: what, exact: true });
  const overflow = (panel: Panel): Promise<number> =>
    panel.page.locator('.panel').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);

  onLeak('the flame graph keeps half of the panel’s height, whatever is folded open', async panel => {
    const sizes = [
      [1440, 800],
      [690, 800],
      [690, 400],
      [540, 900],
      [420, 800],
    ] as const;
    const check = async (what: string): Promise<void> => {
      for (const [width, whole] of sizes) {
        await resize(panel, width, whole);
        const share = (await height(panel, '.flame-pane')) / whole;
        assert.ok(share >= 0.5, `${what}: ${share} at ${width} × ${whole}`);
      }
    };
    await check('as it opens');
    await resize(panel, 690, 800);
    assert.equal(await overflow(panel), 0);
    await fold(panel, 'All of the summary').click();
    await panel.page.click('.gaps summary');
    await check('open');
    await fold(panel, 'All of the summary').click();
    await panel.page.click('.gaps summary');
    await fold(panel, 'All of the selected frame').click();
    await check('folded');
    assert.equal(await overflow(panel), 0);
  });

  test('the way of the growth has a line of its own where its names would be cut', async () => {
    const way = ['main.main', 'main.serve', 'main.(*gateway).handle', 'metrics.(*Registry).With'];
    const stack = way.map((name, i) => `${name}@/app/m.go:${i + 1}`).join(';');
    const grown = (mib: number): Uint8Array =>
      profileBytes({ samples: samplesOf(`${stack} ${mib * 2 ** 20}`) });
    chromium.harness.openBytes([grown(8), grown(64)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    await resize(panel, 1440, 800);
    const oneLine = await height(panel, '.fan-out');
    for (const [width, whole] of [
      [1440, 800],
      [540, 900],
      [460, 800],
    ] as const) {
      await resize(panel, width, whole);
      assert.equal(await cut(panel), 0, `${width} × ${whole}`);
    }
    await resize(panel, 690, 500);
    assert.equal(await height(panel, '.fan-out'), oneLine);
    await resize(panel, 540, 500);
    assert.equal(await panel.page.locator('.fan-out').isVisible(), false);
    await panel.close();
  });

  test('of a long way the first and the last two names are beside the code, and none lies on another', async () => {
    const stack = Array.from(
      { length: 12 },
      (_, i) => `main.(*gateway).step${i}OfTheWay@/app/m.go:${i + 1}`,
    ).join(';');
    const grown = (mib: number): Uint8Array =>
      profileBytes({ samples: samplesOf(`${stack} ${mib * 2 ** 20}`) });
    chromium.harness.openBytes([grown(8), grown(64)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    const steps = (): Promise<readonly string[]> =>
      panel.page
        .locator('.fan-out li')
        .evaluateAll(items =>
          items.flatMap(item => (item.checkVisibility() ? (item.textContent ?? '') : [])),
        );
    const overlapping = (): Promise<number> =>
      panel.page.locator('.fan-out li').evaluateAll(items => {
        const shown = items.filter(item => item.checkVisibility());
        const ends = shown.map(item => {
          const text = document.createRange();
          text.selectNodeContents(item);
          return (item.querySelector('button') ?? text).getBoundingClientRect().right;
        });
        return shown.filter((item, i) => i > 0 && item.getBoundingClientRect().left < (ends[i - 1] ?? 0))
          .length;
      });
    const name = (i: number): string => `(*gateway).step${i}OfTheWay`;
    await resize(panel, 1440, 800);
    assert.deepEqual(await steps(), [name(0), '… 6 more', ...[7, 8, 9, 10, 11].map(name)]);
    assert.equal(await overlapping(), 0);
    // Beside the explorer.
    await resize(panel, 1010, 800);
    assert.deepEqual(await steps(), [name(0), '… 9 more', ...[10, 11].map(name)]);
    assert.equal(await cut(panel), 0);
    for (const width of [540, 460, 380]) {
      await resize(panel, width, 800);
      assert.deepEqual(await steps(), [name(0), '… 9 more', name(10), name(11)]);
      assert.equal(await overlapping(), 0, `${width}`);
    }
    await panel.close();
  });

  test('the reader’s own line is in sight, beside that of a library too, however long its name is', async () => {
    const marshal = ';encoding/json.Marshal@/usr/local/go/src/encoding/json/encode.go:240';
    for (const [name, library] of [
      ['key', marshal],
      [`key${'n'.repeat(5_000)}`, marshal],
      [`key${'n'.repeat(5_000)}`, ''],
    ] as const) {
      const grown = (mib: number): Uint8Array =>
        profileBytes({
          samples: samplesOf(`main.main@/app/m.go:1;main.${name}@/app/k.go:9${library} ${mib * 2 ** 20}`),
        });
      chromium.harness.openBytes([grown(8), grown(64)], ['a.pb', 'b.pb']);
      const panel = await chromium.panel();
      for (const width of [1440, 1000, 690, 560, 420]) {
        await resize(panel, width, 800);
        await panel.page.locator('.where').getByRole('button', { name: 'Open k.go:9' }).click();
        assert.match(String(await panel.opened()), /^go k\.go:9 main\.key/, `at ${width}`);
        assert.ok((await height(panel, '.headline')) < 110, `at ${width}`);
      }
      await panel.close();
    }
  });

  test('the legend has both ends of its scale in one row', async () => {
    const grown = (mib: number): Uint8Array =>
      profileBytes({ samples: samplesOf(`main.main;main.keep@/app/k.go:9 ${mib * 2 ** 20}`, 'main.idle 9') });
    chromium.harness.openBytes([grown(80), grown(988)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    for (const [width, chosen] of [
      [690, 'Colour: Direction'],
      [372, 'Direction'],
    ] as const) {
      await resize(panel, width, 700);
      assert.match(
        await panel.text('.legend'),
        new RegExp(`^${chosen}\\s+▼ −908\\.0 MiB\\s+\\+908\\.0 MiB ▲`),
      );
      assert.ok((await height(panel, '.legend')) < 36, `at ${width}`);
    }
    await panel.close();
  });

  test('what a graph of few rows does not need, the details have', async () => {
    const grown = (mib: number): Uint8Array =>
      profileBytes({ samples: samplesOf(`main.main;main.serve;main.keep@/app/k.go:9 ${mib * 2 ** 20}`) });
    chromium.harness.openBytes([grown(8), grown(64)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    for (const [width, whole] of [
      [420, 600],
      [690, 420],
    ] as const) {
      await resize(panel, width, whole);
      const cut = await panel.page
        .locator('.details')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      assert.equal(cut, 0, `at ${width} × ${whole}`);
      const rows = await panel.page
        .locator('.flame-pane')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      assert.equal(rows, 0, `rows out of sight at ${width} × ${whole}`);
    }
    await panel.close();
  });

  test('nor is there room kept for the rows that a zoom has left above', async () => {
    const way = Array.from({ length: 30 }, (_, i) => `net.layer${i}@/go/net.go:${i + 1}`).join(';');
    const grown = (mib: number): Uint8Array =>
      profileBytes({
        samples: samplesOf(
          `main.main@/app/k.go:1;${way};main.keep@/app/k.go:9 ${mib * 2 ** 20}`,
          `main.main@/app/k.go:1;${way};main.drop@/app/k.go:19 ${mib * 2 ** 18}`,
        ),
      });
    chromium.harness.openBytes([grown(8), grown(64)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    assert.match(await panel.text('.legend'), /Zoomed in \d+ levels/);
    await resize(panel, 420, 640);
    const cut = await panel.page
      .locator('.details')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    assert.equal(cut, 0);
    assert.ok((await height(panel, '.flame-pane')) >= 160);
    assert.match(await panel.selected(), /^main\.keep/);
    await panel.close();
  });

  test('a file’s name keeps its room, and its time is seen whole or not at all', async () => {
    const files = leaking.map(file => new Uint8Array(readFileSync(file)));
    chromium.harness.openBytes(files, ['heap-of-the-base.pb.gz', 'heap-of-current.pb.gz']);
    const panel = await chromium.panel();
    const seen = (): Promise<(string | boolean)[]> =>
      panel.page.locator('.files .file').evaluateAll(files =>
        files.flatMap(file => {
          const { right, bottom } = file.getBoundingClientRect();
          const time = file.querySelector('.time')?.getBoundingClientRect();
          const name = file.querySelector<HTMLElement>('.name');
          if (time === undefined || name === null) return ['gone'];
          const isBelow = time.top >= bottom - 1;
          const isInside = time.right <= right + 1 && time.bottom <= bottom + 1;
          return [name.scrollWidth <= name.clientWidth, isBelow ? 'none' : isInside ? 'whole' : 'cut'];
        }),
      );
    await resize(panel, 1440, 800);
    assert.deepEqual(await seen(), [true, 'whole', true, 'whole']);
    await resize(panel, 1130, 800);
    assert.deepEqual(await seen(), [true, 'none', true, 'none']);
    await panel.close();
  });

  onLeak(
    'the summary is a line or two with the leaking line in it, and all of it when it is open',
    async panel => {
      for (const [width, high] of [
        [1440, 800],
        [690, 560],
      ] as const) {
        await resize(panel, width, high);
        const line = await height(panel, '.headline');
        assert.ok(line > 20 && line < 36, `${line} at ${width}`);
        const place = await panel.page.locator('.where .link').boundingBox();
        assert.ok(place !== null && place.x + place.width < width, `at ${width}`);
        // Not only in the page, but in sight.
        await panel.page.locator('.where .link').click();
        assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
      }
      // Where the line is too short and there is room below it, its place has a line of its own, and how fast is told.
      for (const width of [860, 690, 560, 420]) {
        await resize(panel, width, 800);
        const against = await panel.page.locator('.context').boundingBox();
        assert.ok(
          against !== null && against.width > (width < 500 ? 100 : 250),
          `${against?.width} at ${width}`,
        );
        const summary = await height(panel, '.headline');
        assert.ok(summary > 36 && summary < 80, `${summary} at ${width}`);
        const sentence = await panel.page.locator('.where').boundingBox();
        const place = await panel.page.locator('.where .link').boundingBox();
        assert.ok(sentence && place && place.x + place.width <= sentence.x + sentence.width, `at ${width}`);
        const name = await panel.page
          .locator('.where .name')
          .evaluate(each => each.scrollWidth - each.clientWidth);
        assert.equal(name, 0, `the name is cut at ${width}`);
      }
      await resize(panel, 690, 800);
      await fold(panel, 'All of the summary').press('Enter');
      assert.match(await panel.text('.context'), /in 1 h 00 min · 365\.0 MiB\/h$/);
      const context = await panel.page.locator('.context').boundingBox();
      assert.ok(context !== null && context.width > 200, `${context?.width}`);
      assert.match(await panel.text('.chips'), /hardly anything was freed[\s\S]*sampling noise/);
      assert.equal(await fold(panel, 'All of the summary').getAttribute('aria-expanded'), 'true');
    },
  );

  onLeak(
    'how fast is told whole before what the change is compared with, and of chips all or nothing',
    async panel => {
      const right = async (selector: string): Promise<number> => {
        const box = await panel.page.locator(selector).first().boundingBox();
        return box === null ? 0 : box.x + box.width;
      };
      const isCut = (selector: string): Promise<boolean> =>
        panel.page.locator(selector).evaluate(each => each.scrollWidth > each.clientWidth);
      for (const width of [1440, 1000, 960, 920, 880, 860, 420, 380]) {
        await resize(panel, width, 800);
        if (!(await panel.page.locator('.context').isVisible())) continue;
        assert.ok((await right('.how-fast')) <= width, `how fast at ${width}`);
        assert.equal(await isCut('.how-fast'), false, `how fast at ${width}`);
        const half = await panel.page.locator('.chips .chip').evaluateAll(chips =>
          chips.filter(chip => {
            const row = (chip.parentElement as Element).getBoundingClientRect();
            const { top, right } = chip.getBoundingClientRect();
            return top < row.bottom && right > row.right + 1;
          }),
        );
        assert.deepEqual(half, [], `chips at ${width}`);
      }
      await resize(panel, 960, 800);
      assert.equal(await isCut('.compared'), true);
      assert.equal(await panel.page.locator('.context').isVisible(), true);
    },
  );

  test('a long sentence leaves room for how fast, or that goes on to the next line', async () => {
    const at = (hour: number, mib: number): Uint8Array =>
      profileBytes({
        samples: samplesOf(
          `main.main@/app/m.go:1;main.(*subscriptionsOfEveryClient).insertInto@/app/subscriptions.go:401 ${mib * 2 ** 20}`,
        ),
        timeNanos: BigInt(Date.UTC(2026, 10, 25, hour)) * 1_000_000n,
      });
    chromium.harness.openBytes([at(13, 8), at(14, 64)], ['a.pb', 'b.pb']);
    const panel = await chromium.panel();
    for (const width of [1440, 1080, 1000, 940, 870, 690, 420]) {
      await resize(panel, width, 800);
      const [fast, whole] = await Promise.all(
        ['.how-fast', '.panel'].map(each => panel.page.locator(each).boundingBox()),
      );
      assert.ok(fast && whole && fast.height > 10 && fast.x + fast.width <= whole.width, `at ${width}`);
      if (width > 860) assert.ok((await height(panel, '.headline')) < 60, `at ${width}`);
      const seen = await panel.page.locator('.context').evaluate(context => {
        const { top, bottom } = context.getBoundingClientRect();
        const isSeen = (each: Element): boolean => {
          const middle = each.getBoundingClientRect();
          return middle.top < bottom - 4 && middle.bottom > top + 4;
        };
        return [...context.children].filter(isSeen).map(({ className }) => className);
      });
      // What the change is compared with goes with the dot behind it.
      assert.equal(seen.includes('between'), seen.includes('compared'), `${seen} at ${width}`);
    }
    await panel.close();
  });

  onLeak(
    'the details fold to the frame, its change and its line, and stay so after a reload',
    async panel => {
      await resize(panel, 690, 800);
      const before = await height(panel, '.flame-pane');
      await fold(panel, 'All of the selected frame').press('Enter');
      assert.match(
        await panel.text('.details'),
        /^main\.\(\*dedupeCache\)\.seen\s+▲ \+349\.5 MiB\s+cache\.go:39 ↗$/,
      );
      assert.ok((await height(panel, '.flame-pane')) > before + 100);
      await panel.page.click('.details .link');
      assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
      await panel.page.reload();
      await panel.page.waitForSelector('.details.folded');
      await panel.page.waitForSelector('.headline.folded');
    },
  );

  onLeak('no suspect is wider than the panel, its bar included', async panel => {
    await panel.page.click('#tab-suspects');
    for (const width of [1440, 420, 360]) {
      await resize(panel, width, 800);
      const list = panel.page.locator('.list.suspects');
      assert.equal(await list.evaluate(each => each.scrollWidth - each.clientWidth), 0, `at ${width}`);
      const bar = await list.locator('.share-bar').first().boundingBox();
      assert.ok(bar !== null && bar.width > 10 && bar.x + bar.width < width, `${bar?.width} at ${width}`);
    }
  });

  onLeak('files, tool bar, tabs and search have one row each or less', async panel => {
    const top = async (selector: string): Promise<number> =>
      Math.round((await panel.page.locator(selector).first().boundingBox())?.y ?? -1);
    const rows = async (...selectors: string[]): Promise<number> => {
      const tops = await Promise.all(selectors.map(top));
      // What is less high stands in the middle of its row.
      return 1 + tops.sort((one, other) => one - other).filter((y, i) => y - (tops[i - 1] ?? y) > 12).length;
    };
    for (const width of [690, 540, 440]) {
      await resize(panel, width, 900);
      assert.equal(await rows('.files', '#exports-opener', '#keys-opener'), 1, `pictures at ${width}`);
      const chosen = ['.switch', '[aria-label="Sample type"]', '[aria-label="Granularity"]'];
      assert.equal(await rows(...chosen), 1, `tool bar at ${width}`);
      const tabs = [
        '#tab-flame',
        '#tab-neighbours',
        '.steps',
        '#add-filter-opener',
        '.search vscode-text-field',
      ];
      assert.equal(await rows(...tabs), 1, `tabs at ${width}`);
    }
  });

  onLeak('the search is a picture until it is used, and moves nothing before', async panel => {
    await resize(panel, 540, 900);
    const field = panel.page.locator('.search vscode-text-field');
    const width = async (): Promise<number> => (await field.boundingBox())?.width ?? 0;
    const graph = async (): Promise<number | undefined> =>
      (await panel.page.locator('.flame-pane').boundingBox())?.y;
    const before = await graph();
    assert.ok((await width()) < 30);
    await panel.press('/');
    assert.ok((await width()) > 200);
    assert.equal(await graph(), before);
    await panel.page.keyboard.type('seen');
    await panel.settled();
    assert.match(await panel.text('.matches'), /1 match/);
    await panel.focusFlame();
    assert.ok((await width()) > 200, 'what is searched for stays in sight');
    await panel.press('Control+f', 'Escape');
    await panel.focusFlame();
    assert.ok((await width()) < 30);
    await field.click();
    assert.ok((await width()) > 200);
  });

  onLeak('nothing of the legend is cut off, in any colours', async panel => {
    for (const width of [1440, 690, 540, 420]) {
      await resize(panel, width, 900);
      for (const palette of ['Direction', 'Package', 'Colour-blind', 'Monochrome']) {
        await panel.choose('Colours', palette);
        const cut = await panel.page.locator('.legend').evaluate(legend => {
          const { right: edge, bottom } = legend.getBoundingClientRect();
          const right = edge - Number.parseFloat(getComputedStyle(legend).paddingRight);
          return [...legend.querySelectorAll('span, vscode-dropdown')]
            .filter(each => !each.matches('.widths *, vscode-dropdown *'))
            .map(each => ({ text: each.textContent?.trim(), box: each.getBoundingClientRect() }))
            .filter(({ box }) => box.right > right + 1 || box.bottom > bottom)
            .map(({ text }) => text);
        });
        assert.deepEqual(cut, [], `${palette} at ${width}`);
      }
    }
  });

  onLeak('what a tool bar’s picture does is said, to the eye and to the ear', async panel => {
    const icons = panel.page.locator('.controls vscode-button, .controls .opener');
    for (const icon of await icons.all()) {
      assert.notEqual(await icon.getAttribute('aria-label'), '');
      assert.equal(await icon.getAttribute('title'), await icon.getAttribute('aria-label'));
    }
    assert.ok((await icons.count()) > 2);
  });
});
