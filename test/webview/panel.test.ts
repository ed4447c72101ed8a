import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import { flat, leaking } from './panel.ts';

suite('the panel in Chromium', { skip: noChromium }, () => {
  const chromium = new InChromium();

  const { onLeak } = chromium;

  onLeak('says what grew and where, and goes there', async panel => {
    assert.equal(await panel.text('.figure'), '+365.0 MiB');
    assert.match(
      await panel.text('.context'),
      /^\+95 % of the base's 383\.6 MiB\s+·\s+in 1 h 00 min · 365\.0 MiB\/h$/,
    );
    assert.match(await panel.text('.sentence'), /96 % of the growth is allocated in \(\*dedupeCache\)\.seen/);
    assert.match(
      await panel.text('.files'),
      /^base heap-1300\.pb\.gz\s13:00:00\s→\scurrent heap-1400\.pb\.gz\s14:00:00$/,
    );
    await panel.page.click('.where .link');
    assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
  });

  onLeak('opens with the leak selected and its details shown, without opening an editor', async panel => {
    assert.match(
      await panel.selected(),
      /^main\.\(\*dedupeCache\)\.seen, grew 349\.5 MiB, 95 % of the increase, cache\.go line 39$/,
    );
    assert.match(await panel.text('.details'), /cache\.go:39 ↗\s+\+349\.5 MiB/);
    assert.match(await panel.text('.numbers'), /flat\s+367\.0 MiB\s+716\.4 MiB\s+▲ \+349\.5 MiB/);
    assert.deepEqual(await panel.opened(), []);
  });

  onLeak('the keys go to the tree when the panel opens', async panel => {
    assert.equal(await panel.page.evaluate(() => document.activeElement?.getAttribute('role')), 'tree');
  });

  onLeak('the menu of a frame acts on that frame', async panel => {
    const { x, y } = await panel.at(5, 0.4);
    await panel.page.mouse.click(x, y, { button: 'right' });
    assert.match(await panel.selected(), /^main\.\(\*server\)\.ingest,/);
    const context = await panel.page.locator('.flame').getAttribute('data-vscode-context');
    assert.deepEqual(JSON.parse(context ?? ''), {
      webviewSection: 'frame',
      preventDefaultContextMenuItems: true,
    });
    await panel.send({ type: 'frameAction', action: 'copyName' });
    await panel.send({ type: 'frameAction', action: 'copyStack' });
    const copied = await panel.page.evaluate(() =>
      window.posted.flatMap(each => (each.type === 'copy' ? [each.text] : [])),
    );
    assert.equal(copied[0], 'main.(*server).ingest');
    assert.equal(copied[1]?.split('\n')[0], 'main.(*server).ingest');
    assert.equal(copied[1]?.split('\n').at(-1), 'net/http.(*conn).serve');
    await panel.send({ type: 'frameAction', action: 'hide' });
    assert.equal((await panel.saved()).options?.filter.hide, '^main\\.\\(\\*server\\)\\.ingest$');
    assert.ok(!(await panel.items()).some(item => item.includes('ingest')));
  });

  onLeak('it shows only what grew below a frame, as one look that can be undone', async panel => {
    await panel.focusFlame();
    await panel.press('Home', 'ArrowDown');
    const before = await panel.saved();
    await panel.send({ type: 'frameAction', action: 'growthBelow' });
    await panel.settled();
    const after = await panel.saved();
    assert.equal(after.width, 'growth');
    assert.equal(after.zoom.length, 1);
    assert.match(await panel.text('.legend'), /width = increase/);
    await panel.press('Alt+ArrowLeft');
    await panel.settled();
    const { width, zoom } = await panel.saved();
    assert.deepEqual({ width, zoom }, { width: before.width, zoom: before.zoom });
  });

  onLeak('it hides a package, has a command for pprof copied, and leads to the callers', async panel => {
    const { x, y } = await panel.at(5, 0.4);
    await panel.page.mouse.click(x, y, { button: 'right' });
    await panel.send({ type: 'frameAction', action: 'hidePackage' });
    assert.equal((await panel.saved()).options?.filter.hide, '^main\\.');
    assert.ok(!(await panel.items()).some(item => item.startsWith('main.')));
    await panel.focusFlame();
    await panel.press('Home', 'ArrowDown');
    await panel.send({ type: 'frameAction', action: 'copyPprof' });
    const [copied = ''] = await panel.page.evaluate(() =>
      window.posted.flatMap(each => (each.type === 'copy' ? [each.text] : [])),
    );
    assert.equal(
      copied,
      "go tool pprof -symbolize=none '-peek=^net/http\\.\\(\\*conn\\)\\.serve( |$)' -filefunctions " +
        "-sample_index=inuse_space '-hide=^main\\.' -diff_base=/base /current",
    );
    await panel.send({ type: 'frameAction', action: 'showCallers' });
    assert.match(await panel.text('.peek .self'), /net\/http\.\(\*conn\)\.serve|http\.\(\*conn\)\.serve/);
    await panel.choose('Granularity', 'Packages');
    await panel.send({ type: 'frameAction', action: 'copyPprof' });
    assert.match(await panel.text('.banner'), /go tool pprof cannot show this: it has no packages/);
  });

  onLeak('the table has the same menu, for the row under the pointer and by key', async panel => {
    await panel.page.getByRole('tab', { name: 'Top' }).click();
    const reached = (): Promise<number> =>
      panel.page.evaluate(() => Number(document.body.dataset['menus'] ?? 0));
    await panel.page.evaluate(() =>
      document.addEventListener('contextmenu', () => {
        const { dataset } = document.body;
        dataset['menus'] = String(Number(dataset['menus'] ?? 0) + 1);
      }),
    );
    const row = panel.page.locator('.top-body .top-row', { hasText: 'ingest' }).first();
    await row.click({ button: 'right' });
    assert.equal(await row.getAttribute('aria-selected'), 'true');
    assert.equal(await reached(), 1);
    assert.deepEqual(await panel.opened(), []);
    await panel.send({ type: 'frameAction', action: 'hide' });
    assert.equal((await panel.saved()).options?.filter.hide, '^main\\.\\(\\*server\\)\\.ingest$');
    // Of a title there is no menu.
    await panel.page.locator('.top-head [role=columnheader]').first().click({ button: 'right' });
    assert.equal(await reached(), 1);
    await panel.page.locator('.top-table').focus();
    await panel.press('ArrowDown');
    await panel.page.keyboard.press('ContextMenu');
    await panel.page.waitForFunction(() => document.body.dataset['menus'] === '2');
  });

  onLeak('click selects and shows the line, Ctrl-click goes there', async panel => {
    const seen = await panel.at(7, 0.4);
    const ingest = await panel.at(5, 0.4);
    await panel.page.mouse.click(ingest.x, ingest.y);
    await panel.page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
    assert.match(await panel.selected(), /^main\.\(\*server\)\.ingest,/);
    assert.match((await panel.opened()).join(), /^reveal ingest\.go:\d+ main\.\(\*server\)\.ingest$/);
    await panel.page.keyboard.down('Control');
    await panel.page.mouse.click(seen.x, seen.y);
    await panel.page.keyboard.up('Control');
    await panel.page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
    assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
  });

  onLeak('a double click zooms and leaves the editor alone; the state keeps the way there', async panel => {
    const accept = await panel.at(6, 0.4);
    await panel.page.mouse.dblclick(accept.x, accept.y);
    await panel.page.waitForTimeout(400);
    await panel.settled();
    assert.deepEqual(await panel.opened(), []);
    assert.equal((await panel.saved()).zoom.at(-1), 'main.(*server).accept');
    assert.deepEqual((await panel.items()).slice(-2), ['main.(*server).accept', 'main.(*dedupeCache).seen']);
    await panel.page.click('.legend .link');
    assert.deepEqual((await panel.saved()).zoom, []);
  });

  onLeak('nothing moves where VS Code is told to reduce motion', async panel => {
    await panel.page.emulateMedia({ reducedMotion: 'no-preference' });
    const busy = (): Promise<string> =>
      panel.page.evaluate(() => {
        const page = document.querySelector('.panel');
        page?.classList.add('busy');
        const { animationName } = getComputedStyle(page ?? document.body, '::before');
        page?.classList.remove('busy');
        return animationName;
      });
    assert.equal(await busy(), 'busy');
    await panel.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    assert.equal(await busy(), 'none');
    await panel.focusFlame();
    await panel.press('Home', ...Array.from({ length: 6 }, () => 'ArrowDown'), 'ArrowRight');
    const isThere = await panel.page.evaluate(async () => {
      const picture = (): string | undefined =>
        document.querySelector<HTMLCanvasElement>('canvas.flame-canvas')?.toDataURL();
      const before = picture();
      document.querySelector('[role=tree]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      // The legend may have another height then.
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
      const soon = picture();
      await new Promise(resolve => setTimeout(resolve, 300));
      return before !== soon && soon === picture();
    });
    assert.ok(isThere);
  });

  onLeak('the arrows walk, Enter and Escape zoom, Space shows, Ctrl+Enter goes', async panel => {
    await panel.focusFlame();
    await panel.press('Home');
    assert.match(await panel.selected(), /^all, grew 365\.0 MiB/);
    await panel.press('ArrowDown', 'ArrowDown');
    assert.match(await panel.selected(), /serverHandler\.ServeHTTP,/);
    await panel.press('ArrowUp');
    assert.match(await panel.selected(), /\(\*conn\)\.serve,/);
    await panel.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    assert.match(await panel.selected(), /^encoding\/json\./);
    await panel.press('Enter');
    assert.match((await panel.saved()).zoom.at(-1) ?? '', /^encoding\/json\./);
    assert.ok(!(await panel.items()).includes('main.(*dedupeCache).seen'));
    // The frame beside is outside the zoomed box: it comes into sight.
    await panel.press('ArrowLeft');
    assert.match(await panel.selected(), /^main\.\(\*server\)\.accept,/);
    assert.equal((await panel.saved()).zoom.at(-1), 'main.(*server).ingest');
    await panel.press('Escape');
    assert.deepEqual((await panel.saved()).zoom.at(-1), 'net/http.HandlerFunc.ServeHTTP');
    await panel.press('Space', 'Control+Enter');
    assert.deepEqual(
      (await panel.opened()).map(each => each.replace(/ .*/, '')),
      ['reveal', 'go'],
    );
  });

  onLeak('VS Code’s keys pass the graph by, brackets of AltGr and Option do not', async panel => {
    await panel.focusFlame();
    await panel.page.evaluate(() =>
      addEventListener('keydown', ({ key, ctrlKey, defaultPrevented }) => {
        if (key === 'Control' || key === 'Meta') return;
        const { dataset } = document.body;
        dataset['heard'] =
          `${dataset['heard'] ?? ''}${ctrlKey ? 'C' : 'M'}${key}${defaultPrevented ? '!' : ''},`;
      }),
    );
    const theirs = ['-', '=', '[', ']', ' ', 'Home'];
    for (const key of theirs) await panel.press(`Control+${key}`, `Meta+${key}`);
    assert.equal(
      await panel.page.evaluate(() => document.body.dataset['heard']),
      theirs.map(key => `C${key},M${key},`).join(''),
    );
    const isTaken = (held: Readonly<Record<string, boolean>>): Promise<boolean> =>
      panel.page.evaluate(each => {
        const event = new KeyboardEvent('keydown', { key: '[', bubbles: true, cancelable: true, ...each });
        return document.activeElement?.dispatchEvent(event) === false;
      }, held);
    assert.ok(await isTaken({ ctrlKey: true, altKey: true, modifierAltGraph: true }), 'AltGr of Windows');
    assert.ok(await isTaken({ modifierAltGraph: true }), 'AltGr of Linux');
    assert.ok(await isTaken({ altKey: true }), 'Option');
    assert.equal(await isTaken({ ctrlKey: true, altKey: true }), false);
  });

  onLeak('the tree beside the canvas follows: levels, selection, active item', async panel => {
    const tree = panel.page.locator('[role=tree]');
    const active = await tree.getAttribute('aria-activedescendant');
    const item = panel.page.locator(`#${active}`);
    assert.equal(await item.getAttribute('aria-selected'), 'true');
    assert.equal(await item.getAttribute('aria-level'), '8');
    assert.deepEqual((await panel.items()).slice(0, 3), [
      'all',
      'http.(*conn).serve',
      'http.serverHandler.ServeHTTP',
    ]);
    await panel.page.locator('[role=treeitem]', { hasText: 'main.(*server).accept' }).dispatchEvent('click');
    await panel.settled();
    assert.match(await panel.selected(), /^main\.\(\*server\)\.accept/);
    assert.match((await panel.opened()).join(), /^reveal .* main\.\(\*server\)\.accept$/);
  });

  onLeak('hovering tells at once', async panel => {
    const { x, y } = await panel.at(7, 0.3);
    await panel.page.mouse.move(x, y);
    assert.match(
      await panel.text('.tooltip'),
      /main\.\(\*dedupeCache\)\.seen\ncache\.go:39\ncum 367\.0 MiB → 716\.4 MiB\s+▲ \+349\.5 MiB\n[\s\S]*95 % of the increase/,
    );
    await panel.page.mouse.move(5, 5);
    assert.equal(await panel.page.locator('.tooltip').isHidden(), true);
  });

  onLeak('on a screen with more or fewer pixels the graph is drawn anew, as fine as that is', async panel => {
    const screen = await panel.page.context().newCDPSession(panel.page);
    for (const deviceScaleFactor of [2, 1.5, 1]) {
      const size = { width: 1200, height: 850, mobile: false };
      await screen.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor });
      // Without a screen, queries are not asked again before another reason.
      await panel.page.emulateMedia({ contrast: deviceScaleFactor === 1.5 ? 'more' : 'no-preference' });
      await panel.settled();
      const pixels = await panel.page
        .locator('canvas.flame-canvas')
        .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth);
      assert.ok(Math.abs(pixels - deviceScaleFactor) < 0.01, `${pixels} of ${deviceScaleFactor}`);
    }
  });

  onLeak('what a resting pointer is told follows what comes under it', async panel => {
    const { page } = panel;
    const tooltip = page.locator('.tooltip');
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const { x, y } = await panel.at(7, 0.4);
    await page.mouse.move(x, y);
    await tooltip.getByText('main.(*dedupeCache).seen').waitFor();
    const told = async (): Promise<string> =>
      (await tooltip.isHidden())
        ? ''
        : `${await panel.text('.tooltip')} ${await tooltip.getAttribute('style')}`;
    const wide = await told();
    // As when an editor opens beside: another box is under the pointer, and less room for what is said of it.
    for (const narrower of [x + 300, x + 60]) {
      await page.setViewportSize({ width: Math.round(narrower), height });
      await panel.settled();
      const resting = await told();
      assert.notEqual(resting, wide);
      await page.mouse.move(x, y + 1);
      await page.mouse.move(x, y);
      assert.equal(resting, await told());
    }
    await page.setViewportSize({ width: Math.round(x) - 20, height });
    await tooltip.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width, height });
    // Who moved on by key is not told of the pointer.
    await panel.focusFlame();
    await page.keyboard.press('ArrowUp');
    await panel.settled();
    assert.equal(await tooltip.isHidden(), true);
  });

  onLeak('wheel scales, drag pans, Escape goes back', async panel => {
    const { x, y } = await panel.at(3, 0.96);
    const under = async (): Promise<string> => {
      await panel.page.mouse.move(x, y - 1);
      await panel.page.mouse.move(x, y);
      return panel.text('.tooltip');
    };
    const start = await panel.at(7, 0.5);
    await panel.page.mouse.move(start.x, start.y);
    await panel.page.keyboard.down('Control');
    for (let notch = 0; notch < 6; notch++) await panel.page.mouse.wheel(0, -100);
    await panel.page.keyboard.up('Control');
    await panel.settled();
    const jsonRow = await panel.at(7, 0.97);
    await panel.page.mouse.move(jsonRow.x, jsonRow.y);
    assert.match(await panel.text('.tooltip'), /dedupeCache/);
    await panel.page.mouse.down();
    await panel.page.mouse.move(jsonRow.x - 900, jsonRow.y, { steps: 4 });
    await panel.page.mouse.move(jsonRow.x - 1100, jsonRow.y, { steps: 4 });
    await panel.page.mouse.up();
    await panel.focusFlame();
    await panel.press('Escape');
    assert.match(await under(), /net\/http/);
    assert.deepEqual(await panel.opened(), []);
  });

  onLeak('Alt+← and Alt+→ undo and redo the view, the buttons too', async panel => {
    const redo = panel.page.locator('vscode-button[aria-label="Redo it (Alt+→)"]');
    await panel.focusFlame();
    await panel.press('Alt+ArrowLeft');
    await panel.press('Home', 'ArrowDown', 'Enter');
    assert.deepEqual((await panel.saved()).zoom, ['net/http.(*conn).serve']);
    await panel.page.click('#tab-top');
    await panel.press('Alt+ArrowLeft');
    await panel.page.waitForSelector('.flame-pane');
    assert.deepEqual((await panel.saved()).zoom, ['net/http.(*conn).serve']);
    await panel.press('Alt+ArrowLeft');
    assert.deepEqual((await panel.saved()).zoom, []);
    await redo.click();
    await panel.settled();
    assert.deepEqual((await panel.saved()).zoom, ['net/http.(*conn).serve']);
    await redo.click();
    await panel.page.waitForSelector('[role=grid]');
    assert.equal(await redo.getAttribute('disabled'), '');
    // In a field the keys are the field's.
    await panel.page.locator('.search input').focus();
    await panel.press('Alt+ArrowLeft');
    assert.equal((await panel.saved()).tab, 'top');
  });

  onLeak('own code on the way of the growth leads into the graph', async panel => {
    assert.match(
      await panel.text('.fan-out'),
      /^9\d % of the increase goes through\s+\(\*server\)\.ingest\s+\(\*server\)\.accept\s+\(\*dedupeCache\)\.seen$/,
    );
    await panel.page.click('.fan-out button >> nth=0');
    await panel.settled();
    assert.match(await panel.selected(), /^main\.\(\*server\)\.ingest,/);
    assert.deepEqual(await panel.opened(), []);
  });

  onLeak('the legend has the ends of the scale, and those of what is zoomed into', async panel => {
    assert.match(await panel.text('.legend'), /▼ −365\.0 MiB\s+\+365\.0 MiB ▲\s+within noise/);
    const direction = await panel.colours(0);
    assert.equal(direction.size, 1);
    for (const palette of ['Colour-blind', 'Monochrome']) {
      await panel.choose('Colours', palette);
      assert.notDeepEqual(await panel.colours(0), direction);
    }
    await panel.choose('Sample type', 'inuse_objects');
    assert.match(await panel.text('.legend'), /▼ −[\d,]+\s+\+[\d,]+ ▲/);
    await panel.choose('Sample type', 'inuse_space');
    const json = await panel.at(6, 0.97);
    await panel.page.mouse.dblclick(json.x, json.y);
    await panel.page.waitForFunction(() =>
      document.querySelector('.legend')?.textContent?.includes('Zoomed in'),
    );
    await panel.settled();
    assert.match(await panel.text('.legend'), /▼ −15\.\d MiB\s+\+15\.\d MiB ▲/);
  });

  onLeak('width modes, sample types and granularity', async panel => {
    assert.match(await panel.text('.widths'), /width = increase \+ decrease · \+366\.0 MiB · −1\.0 MiB$/);
    await panel.choose('Width of boxes', 'Both');
    assert.match(await panel.text('.widths'), /width = base \+ current · 383\.6 MiB · 748\.5 MiB$/);
    for (const [side, size] of [
      ['Base', '383.6 MiB'],
      ['Current', '748.5 MiB'],
    ] as const) {
      await panel.page.getByRole('button', { name: side, exact: true }).click();
      await panel.settled();
      assert.ok((await panel.text('.widths')).endsWith(`width = ${side.toLowerCase()} · ${size}`));
      assert.equal(await panel.page.locator('.switch [aria-pressed=true]').textContent(), side);
    }
    // The difference comes back as it was.
    await panel.page.getByRole('button', { name: 'Difference', exact: true }).press('Enter');
    await panel.settled();
    assert.match(await panel.text('.widths'), /width = base \+ current/);
    await panel.choose('Sample type', 'inuse_objects');
    assert.match(await panel.text('.figure'), /^\+\d[\d,]+$/);
    await panel.choose('Granularity', 'Packages');
    assert.deepEqual((await panel.items()).slice(0, 3), ['all', 'http', 'main']);
    await panel.choose('Granularity', 'Lines');
    assert.match(
      await panel.selected(),
      /^encoding\/json\..*, grew [\d,]+, \d+ % of the increase, decode\.go line \d+$/,
    );
    const { options, width } = await panel.saved();
    assert.deepEqual([options?.sampleType, options?.granularity, width], ['inuse_objects', 'lines', 'both']);
  });

  onLeak('a reload brings everything back', async panel => {
    await panel.choose('Width of boxes', 'Growth');
    await panel.choose('Colours', 'Package');
    await panel.choose('Sample type', 'alloc_space');
    await panel.focusFlame();
    await panel.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    const { zoom } = await panel.saved();
    assert.equal(zoom.length, 3);
    await panel.page.reload();
    await panel.page.waitForSelector('[role=treeitem]', { state: 'attached' });
    await panel.settled();
    assert.deepEqual((await panel.saved()).zoom, zoom);
    assert.match(await panel.text('.legend'), /Zoomed in 3 levels/);
    assert.match(await panel.text('.widths'), /width = increase ·/);
    assert.match(await panel.text('.legend'), /pale 0 … full ± [\d.]+ [KMG]iB/);
    assert.ok((await panel.colours(1)).size > 0, 'packages have colours');
    assert.equal((await panel.saved()).options?.sampleType, 'alloc_space');
    await panel.page.click('#tab-top');
    await panel.page.reload();
    await panel.page.waitForSelector('[role=grid]');
  });

  onLeak('search counts, fades and walks; a bad pattern says why', async panel => {
    const field = panel.page.locator('.search vscode-text-field input');
    await panel.focusFlame();
    await panel.page.keyboard.press('/');
    await panel.page.keyboard.type('a/b');
    assert.equal(await field.inputValue(), 'a/b');
    await panel.press('Escape');
    await panel.focusFlame();
    await panel.page.keyboard.press('Control+f');
    await panel.page.keyboard.type('dedupeCACHE');
    assert.match(await panel.text('.matches'), /^\d match(es)? · 9\d % of the increase$/);
    await field.fill('json');
    await panel.press('Enter');
    assert.match(await panel.text('.matches'), /^1 of \d+/);
    assert.match(await panel.selected(), /json/);
    const first = await panel.selected();
    await panel.press('Enter');
    assert.notEqual(await panel.selected(), first);
    await panel.press('Shift+Enter');
    assert.equal(await panel.selected(), first);
    await field.fill('(*dedupecache)');
    assert.match(await panel.text('.matches'), /^\d match/);
    await panel.press('Alt+c');
    assert.equal(await panel.text('.matches'), 'no match');
    await panel.press('Alt+c');
    await panel.press('Control+Alt+c');
    assert.match(await panel.text('.matches'), /^\d match/, 'AltGr of Windows writes');
    await panel.press('Alt+r');
    assert.equal(
      await panel.page
        .getByRole('button', { name: 'Regular expression (Alt+R)' })
        .getAttribute('aria-pressed'),
      'true',
    );
    await field.fill('a(');
    assert.match(await panel.text('.matches'), /missing/);
    await field.fill('(x+x+)+y');
    assert.equal(await panel.text('.matches'), 'no match');
    await panel.press('Escape');
    assert.equal(await field.inputValue(), '');
    assert.equal(await panel.text('.matches'), '');
    const only = (change: string) =>
      panel.page.getByRole('button', { name: new RegExp(`^Only what is ${change}:`) });
    await only('gone').click();
    assert.match(await panel.text('.matches'), /^no match$|^\d+ match/);
    await only('new').click();
    assert.match(await panel.text('.matches'), /^\d+ match(es)? · [\d.]+ % of the increase$/);
    assert.equal(await only('gone').getAttribute('aria-pressed'), 'false');
    await field.press('Escape');
    assert.equal(await panel.text('.matches'), '');
  });

  onLeak('a search is lit in every view', async panel => {
    await panel.page.locator('.search input').fill('seen');
    await panel.page.click('#tab-top');
    await panel.page.waitForSelector('.top-body .top-row.lit');
    const lit = await panel.page.locator('.top-body .top-row.lit').allInnerTexts();
    assert.ok(lit.length > 0 && lit.every(text => /seen/.test(text)), lit.join());
    assert.ok((await panel.page.locator('.top-body .top-row').count()) > lit.length, 'the others stay');
    await panel.page.click('#tab-suspects');
    await panel.page.locator('.site.lit, .entry.lit', { hasText: 'seen' }).first().waitFor();
    assert.equal(await panel.page.locator('.lit', { hasText: 'literalStore' }).count(), 0);
  });

  onLeak('top: sorted, filtered, walked by key', async panel => {
    await panel.page.click('#tab-top');
    await panel.settled();
    const row = (n: number): Promise<string> => panel.text(`.top-body .top-row[aria-rowindex="${n + 1}"]`);
    assert.match(
      await row(1),
      /^\+349\.5 MiB\s+91 %\s+91 %\s+\+349\.5 MiB\s+91 %\s+95 %\s+367\.0 MiB\s+716\.4 MiB[\s\S]*main\.\(\*dedupeCache\)\.seen/,
    );
    await panel.page.click('[role=columnheader]:nth-child(4) button');
    await panel.page.waitForSelector('[role=columnheader]:nth-child(4)[aria-sort=descending]');
    assert.match(await row(1), /^0 B\s[\s\S]*http\.\(\*conn\)\.serve|http/);
    const filter = panel.page.getByRole('textbox', { name: 'Filter rows by name' });
    const rows = Number(await panel.page.getAttribute('[role=grid]', 'aria-rowcount')) - 1;
    await filter.fill('Encoding/JSON');
    await panel.page.waitForFunction(
      all => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1 < all,
      rows,
    );
    assert.ok(
      (await panel.page.locator('.top-body .top-row').allInnerTexts()).every(text => /json\./.test(text)),
    );
    assert.match(await panel.text('.top-bar .count'), new RegExp(`^\\d+ of ${rows} rows$`));
    await panel.press('Escape');
    assert.equal(await filter.inputValue(), '');
    const count = panel.page.locator('.top-bar .count');
    await count.getByText(`${rows} rows`, { exact: true }).waitFor();
    await filter.fill('seen');
    await count.getByText(`1 of ${rows} rows`).waitFor();
    await panel.page.locator('[role=grid]').focus();
    await panel.press('ArrowDown');
    assert.match(await panel.text('.details h2'), /seen$/);
    await panel.press('Enter');
    assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
  });

  onLeak(
    'top: columns are chosen and kept, what is shown is copied, changes lead to their lines',
    async panel => {
      await panel.page.click('#tab-top');
      await panel.settled();
      const titles = async (): Promise<readonly string[]> =>
        (await panel.page.locator('[role=columnheader]').allInnerTexts()).map(text => text.trim());
      const all = await titles();
      assert.ok(all.includes('Sum %'), all.join());
      const toggle = async (title: string): Promise<void> => {
        await panel.page.getByRole('button', { name: 'Columns' }).click();
        await panel.page.getByRole('menuitemcheckbox', { name: title }).first().click();
      };
      await toggle('Sum %');
      assert.ok(!(await titles()).includes('Sum %'));
      await panel.page.getByRole('textbox', { name: 'Filter rows by name' }).fill('dedupeCache).seen');
      const copied = async (entry: string): Promise<string> => {
        await panel.page.getByRole('button', { name: 'Copy the table' }).click();
        await panel.page.getByRole('menuitem', { name: entry }).click();
        return panel.page.evaluate(
          () =>
            (window.posted as { type: string; text?: string }[]).findLast(({ type }) => type === 'copy')
              ?.text ?? '',
        );
      };
      const [head, rule, row, ...rest] = (await copied('Copy as Markdown')).split('\n');
      assert.match(head ?? '', /^\| Flat \| Flat % \| Cum \| .*\| Name \|$/);
      assert.match(rule ?? '', /^\|--:\|.*:--\|$/);
      assert.match(row ?? '', /^\| \+349\.5 MiB \| 91 % \| .*`main\.\(\*dedupeCache\)\.seen` \|$/);
      assert.deepEqual(rest, ['']);
      const lines = (await copied('Copy as CSV')).split('\r\n');
      assert.match(lines[0] ?? '', /^Flat \(bytes\),Flat %,Cum \(bytes\),/);
      assert.match(lines[1] ?? '', /^366\d{6},0\.91\d+,.*main\.\(\*dedupeCache\)\.seen$/);
      await panel.page.locator('.top-body .link').first().click();
      assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
      await panel.page.reload();
      await panel.page.waitForSelector('[role=grid]');
      assert.ok(!(await titles()).includes('Sum %'));
      await toggle('As many as there is room for');
      assert.deepEqual(await titles(), all);
    },
  );

  onLeak('top in a narrow panel leaves columns out, never the name', async panel => {
    await panel.page.click('#tab-top');
    for (const width of [1400, 1180, 900, 600, 420]) {
      await panel.page.setViewportSize({ width, height: 700 });
      await panel.settled();
      const name = await panel.page.locator('.top-body .of-name').first().boundingBox();
      assert.ok(name !== null && name.width >= 90 && name.x + name.width <= width, `at ${width}`);
    }
    assert.match(
      await panel.text('.top-body .top-row[aria-rowindex="2"]'),
      /^\+349\.5 MiB\s+\+349\.5 MiB\s+95 %\s+main/,
    );
  });

  onLeak('the keys stay in the view while its numbers are on their way', async panel => {
    const focused = (): Promise<string> =>
      panel.page.evaluate(() => document.activeElement?.closest('#view *')?.className ?? 'elsewhere');
    await panel.choose('Granularity', 'Lines');
    await panel.page.click('#tab-top');
    await panel.choose('Granularity', 'Files');
    await panel.page.locator('.top-table').focus();
    await panel.press('Alt+ArrowLeft');
    assert.equal((await panel.saved()).options?.granularity, 'lines');
    assert.equal(await focused(), 'top-table');
    await panel.press('Alt+ArrowLeft');
    assert.equal(await focused(), 'flame-tree');
    await panel.page.click('#tab-suspects');
    await panel.choose('Granularity', 'Files');
    await panel.page.locator('.suspects .link').first().focus();
    await panel.press('Alt+ArrowLeft');
    assert.equal(await focused(), 'name');
    await panel.page.locator('.suspects .link').first().focus();
    await panel.send({ type: 'ownCode' });
    assert.equal(await focused(), 'link');
  });

  onLeak('suspects lead to their line and into the flame graph', async panel => {
    await panel.page.click('#tab-suspects');
    await panel.settled();
    assert.match(
      await panel.text('.list .entry >> nth=0'),
      /▲ \+349\.5 MiB[\s\S]*96 % of growth[\s\S]*main\.\(\*dedupeCache\)\.seen[\s\S]*cache\.go:39 ↗[\s\S]*retained 9\d\s% of/,
    );
    await panel.page.click('.list .entry >> nth=0 >> .link');
    assert.deepEqual(await panel.opened(), ['go cache.go:39 main.(*dedupeCache).seen']);
    await panel.page.click('.list .entry >> nth=0 >> .name');
    await panel.settled();
    assert.match(await panel.selected(), /dedupeCache/);
  });

  test('what its stack tells of a site is said where no source of it is to be had, and not far below', async () => {
    const go = '/usr/local/go/src';
    const dial = (line: number): string =>
      `net/http.(*Transport).dialConnFor@${go}/net/http/transport.go:8;net/http.(*Transport).dialConn@${go}/net/http/transport.go:${line};bufio.NewReaderSize@${go}/bufio/bufio.go:57`;
    const asker = `main.main@/app/m.go:1;main.ask@/app/ask.go:7;net/http.(*Client).Do@${go}/net/http/client.go:3`;
    const bytes = (mib: number): Uint8Array =>
      profileBytes({
        samples: samplesOf(`${asker} 512`, ...[11, 12, 13, 14, 15].map(line => `${dial(line)} ${mib << 20}`)),
      });
    chromium.harness.openBytes([bytes(8), bytes(64)]);
    const panel = await chromium.panel();
    await panel.settled();
    const asked = /^connections are asked for in your main\.ask\s+ask\.go:7/;
    const hint = /^Hint HTTP client connections pile up\. One stays for each response/;
    assert.match(await panel.text('.details .lines'), /:11 ↗[^:]*:12 ↗[^:]*:13 ↗[^:]*2 more lines$/);
    assert.match(await panel.text('.details .about >> nth=0'), asked);
    assert.match(await panel.text('.details .about >> nth=1'), hint);
    await panel.page.click('#tab-suspects');
    await panel.settled();
    assert.match(await panel.text('.suspects .about'), hint);
    assert.match(await panel.text('.suspects .beside'), asked);
    await panel.page.locator('.suspects .beside').getByRole('button', { name: 'Open ask.go:7' }).click();
    assert.deepEqual(await panel.opened(), ['go ask.go:7 main.ask']);
    await panel.close();
  });

  onLeak('callers and callees of the selected frame, and on to the next', async panel => {
    await panel.page.click('#tab-neighbours');
    await panel.settled();
    assert.match(await panel.text('section[aria-label=Callers]'), /main\.\(\*server\)\.accept/);
    await panel.page.click('section[aria-label=Callers] .name');
    await panel.settled();
    assert.match(await panel.text('.self'), /main\.\(\*server\)\.accept/);
    assert.match(
      await panel.text('section[aria-label=Callees]'),
      /▲ \+349\.5 MiB[\s\S]*main\.\(\*dedupeCache\)\.seen/,
    );
  });

  onLeak('swap turns the diff round and says so', async panel => {
    await panel.page.click('vscode-button[aria-label="Swap base and current"]');
    await panel.page.waitForFunction(() => document.querySelector('.figure')?.textContent?.startsWith('−'));
    await panel.settled();
    assert.equal(await panel.text('.figure'), '−365.0 MiB');
    assert.match(await panel.text('.files'), /base heap-1400/);
    assert.match(await panel.text('.context'), /1 h 00 min earlier/);
    assert.match(await panel.text('.where'), /largest growth|(Nothing|No site) grew|sampling noise/);
  });

  onLeak(
    'a filter narrows the numbers and stays in sight; a bad one leaves the diff as it was',
    async panel => {
      await panel.chooseFrom('Add a filter', 'Focus only stacks');
      const focus = panel.page.getByRole('textbox', { name: /^Focus: / });
      await focus.fill('dedupeCache');
      await panel.press('Enter');
      assert.equal(await panel.text('.figure'), '+349.5 MiB');
      assert.match(await panel.text('.filtered'), /Only part is shown:\s+focus dedupeCache/);
      await panel.page.getByRole('button', { name: 'focus dedupeCache', exact: true }).click();
      await focus.fill('(');
      await panel.press('Enter');
      assert.match(await panel.text('.banner'), /\(/);
      assert.equal(await panel.text('.figure'), '+349.5 MiB');
      assert.equal(await focus.inputValue(), '(');
      await panel.press('Escape');
      await panel.page.click('.filtered .link');
      await panel.settled();
      assert.equal(await panel.text('.figure'), '+365.0 MiB');
    },
  );

  onLeak('why a line may leak and who wrote it stand with its function', async panel => {
    const name = 'main.(*dedupeCache).seen';
    const place = { file: '/build/src/dedupe/cache.go', line: 39, name: name, startLine: 0 };
    const author = { name: 'Ada <b>', date: '2024-03-01', subject: 'Remember sessions' };
    await panel.send({
      type: 'aboutSource',
      about: { place, author, hint: '`c.entries` only <i>gains</i>' },
    });
    assert.match(await panel.text('.details'), /Hint c\.entries only <i>gains<\/i>/);
    assert.equal(await panel.text('.about code'), 'c.entries');
    assert.match(await panel.text('.details'), /Last changed by Ada <b>, 2024-03-01: Remember sessions/);
    await panel.page.click('.about .link');
    assert.ok(await panel.page.evaluate(() => window.posted.some(each => each.type === 'showCommit')));
    const other = { ...place, name: 'main.main' };
    await panel.send({ type: 'aboutSource', about: { place: other, author, hint: null } });
    assert.equal(await panel.page.locator('.about').count(), 0);
  });

  onLeak(
    'why the headline’s line may leak stands with its function before the line is opened',
    async panel => {
      const place = {
        file: '/build/src/dedupe/cache.go',
        line: 39,
        name: 'main.(*dedupeCache).seen',
        startLine: 35,
      };
      const author = { name: 'Ada', date: '2024-03-01', subject: 'Remember sessions' };
      const elsewhere = { ...place, file: '/build/src/other/cache.go' };
      await panel.send({
        type: 'aboutSite',
        about: { place: elsewhere, author: null, hint: '`other` gains' },
      });
      assert.equal(await panel.page.locator('.details .about').count(), 0);
      await panel.send({ type: 'aboutSite', about: { place, author, hint: '`c.entries` gains' } });
      const about = panel.page.locator('.details .about');
      assert.deepEqual(await about.allInnerTexts(), [
        'Hint c.entries gains',
        'Last changed by Ada, 2024-03-01: Remember sessions',
      ]);
      // The commit that a click would show is that of the line that was opened last.
      assert.equal(await about.getByRole('button').count(), 0);
      await panel.send({ type: 'aboutSource', about: { place, author, hint: '`c.entries` gains more' } });
      assert.match(await panel.text('.details'), /Hint c\.entries gains more/);
      assert.equal(await about.getByRole('button').count(), 1);
      await panel.page.keyboard.press('ArrowUp');
      await panel.settled();
      assert.equal(await about.count(), 0);
    },
  );

  onLeak('why a suspect’s line may leak and who wrote it stand in its row', async panel => {
    await panel.page.click('#tab-suspects');
    await panel.settled();
    const place = {
      file: '/build/src/dedupe/cache.go',
      line: 39,
      name: 'main.(*dedupeCache).seen',
      startLine: 35,
    };
    const author = { name: 'Ada <b>', date: '2024-03-01', subject: 'Remember sessions' };
    await panel.send({ type: 'aboutSite', about: { place: { ...place, line: 40 }, author, hint: null } });
    assert.equal(await panel.page.locator('.suspects .about').count(), 0);
    await panel.send({ type: 'aboutSite', about: { place, author, hint: null } });
    await panel.send({
      type: 'aboutSite',
      about: { place, author, hint: '`c.entries` only <i>gains</i>' },
    });
    const row = panel.page.locator('.suspects .entry', { hasText: '(*dedupeCache).seen' });
    assert.deepEqual(await row.locator('.about').allInnerTexts(), [
      'Hint c.entries only <i>gains</i>',
      'Last changed by Ada <b>, 2024-03-01: Remember sessions',
    ]);
    assert.equal(await panel.page.locator('.suspects .about').count(), 2);
  });

  onLeak('what the host says stays text', async panel => {
    await panel.send({ type: 'sourceStatus', message: '<b>not</b> found' });
    assert.equal(await panel.text('.source-status'), '<b>not</b> found');
    const place = { file: '/b/a.go', line: 3, name: 'main.f', startLine: 0 };
    await panel.send({ type: 'sourceStatus', message: 'No file matches.', locate: place });
    await panel.page.click('.source-status .link');
    const asked = await panel.page.evaluate(() => window.posted.find(each => each.type === 'locateSource'));
    assert.deepEqual(asked, { type: 'locateSource', place });
    await panel.send({ type: 'sourceStatus', message: null });
    assert.equal(await panel.page.locator('.source-status').count(), 0);
    await panel.send({
      type: 'stale',
      problem: { message: 'heap-1400.pb.gz has changed.', remedies: ['reload'] },
    });
    assert.match(await panel.text('.banner'), /has changed/);
    await panel.page.click('.banner vscode-button');
    assert.ok(
      await panel.page.evaluate(() =>
        window.posted.some(each => each.type === 'remedy' && each.remedy === 'reload'),
      ),
    );
  });

  onLeak('the host can have a function shown, even before the first view is there', async panel => {
    const place = {
      name: 'main.(*server).accept',
      file: '/build/src/dedupe/ingest.go',
      line: 0,
      startLine: 0,
    };
    await panel.page.click('#tab-top');
    await panel.send({ type: 'reveal', place });
    assert.match(await panel.selected(), /^main\.\(\*server\)\.accept,/);
    await panel.page.addInitScript(each => {
      addEventListener('DOMContentLoaded', () => window.fromHost({ type: 'reveal', place: each }));
    }, place);
    await panel.page.reload();
    await panel.page.waitForSelector('[role=treeitem]', { state: 'attached' });
    await panel.settled();
    assert.match(await panel.selected(), /^main\.\(\*server\)\.accept,/);
  });

  test('zooming in asks for what was too narrow to send, zooming out shows the whole again', async () => {
    const small = Array.from({ length: 60 }, (_, i) => ({
      stack: ['main.main', 'main.small@small.go:1', `main.tiny${i}@tiny.go:${i + 1}`],
      values: [i + 1],
    }));
    const large = { stack: ['main.main', 'main.large@large.go:7'], values: [1e9] };
    chromium.harness.openBytes([
      profileBytes({ samples: [{ ...large, values: [1] }] }),
      profileBytes({
        samples: [large, { stack: ['main.main', 'main.small@small.go:1'], values: [1e5] }, ...small],
      }),
    ]);
    const panel = await chromium.panel();
    const items = (): Promise<readonly string[]> => panel.items();
    assert.deepEqual(await items(), ['all', 'main.main', 'main.large']);
    await panel.focusFlame();
    await panel.press('ArrowRight');
    assert.match(await panel.selected(), /^main\.small/);
    await panel.press('Enter');
    assert.deepEqual((await panel.saved()).zoom, ['main.main', 'main.small']);
    const requests = await panel.page.evaluate(() => window.posted.filter(each => each.type === 'request'));
    assert.equal(requests.filter(each => each.method === 'view').length, 2);
    await panel.press('ArrowDown');
    assert.match(await panel.selected(), /^main\.tiny59,/);
    await panel.press('Enter');
    assert.deepEqual((await panel.saved()).zoom, ['main.main', 'main.small', 'main.tiny59']);
    await panel.press('Escape', 'Escape', 'Escape');
    assert.deepEqual((await panel.saved()).zoom, []);
    assert.deepEqual((await items()).slice(0, 3), ['all', 'main.main', 'main.large']);
    await panel.press('Home', 'ArrowDown', 'ArrowDown');
    assert.match(await panel.selected(), /^main\.large/);
    await panel.close();
  });

  test('a long way in common is above what is seen first; what was zoomed out of stays so', async () => {
    const way = Array.from({ length: 40 }, (_, i) => `lib.outer${i}`);
    const leaf = (name: string, value: number) => ({ stack: [...way, 'main.serve', name], values: [value] });
    chromium.harness.openBytes([
      profileBytes({ samples: [leaf('main.a', 1)] }),
      profileBytes({ samples: [leaf('main.a', 5e8), leaf('main.b', 4e8), { stack: ['x'], values: [1e7] }] }),
    ]);
    const panel = await chromium.panel();
    assert.equal((await panel.saved()).zoom.at(-1), 'main.serve');
    assert.match(await panel.text('.legend'), /Zoomed in 41 levels · show all/);
    const serve = await panel.at(1, 0.5);
    await panel.page.mouse.move(serve.x, serve.y);
    assert.match(await panel.text('.tooltip'), /^main\.serve/);
    await panel.page.click('#tab-suspects');
    await panel.settled();
    await panel.page.click('#tab-flame');
    await panel.settled();
    await panel.page.mouse.move(serve.x, serve.y);
    assert.match(await panel.text('.tooltip'), /^main\.serve/, 'it is where it was left');
    await panel.page.click('.legend .link');
    assert.deepEqual((await panel.saved()).zoom, []);
    await panel.page.reload();
    await panel.page.waitForSelector('[role=treeitem]', { state: 'attached' });
    await panel.settled();
    assert.deepEqual((await panel.saved()).zoom, []);
    await panel.close();
  });

  test('each tab is scrolled as it was left', async () => {
    const samples = Array.from({ length: 80 }, (_, i) => ({
      stack: [`main.f${i}`],
      values: [(100 - i) * 1e6],
    }));
    chromium.harness.openBytes([
      profileBytes({ samples: [{ stack: ['main.f0'], values: [1] }] }),
      profileBytes({ samples }),
    ]);
    const panel = await chromium.panel();
    const top = (selector: string): Promise<number> =>
      panel.page.locator(selector).evaluate(element => element.scrollTop);
    const lists = [
      ['top', '.top-table', 700],
      ['suspects', 'ol.list', 300],
    ] as const;
    for (const [tab, selector, to] of lists) {
      await panel.page.click(`#tab-${tab}`);
      await panel.settled();
      await panel.page.locator(selector).evaluate((element, at) => element.scrollTo(0, at), to);
      assert.equal(await top(selector), to);
    }
    await panel.page.click('#tab-flame');
    await panel.settled();
    for (const [tab, selector, to] of lists) {
      await panel.page.click(`#tab-${tab}`);
      await panel.settled();
      assert.equal(await top(selector), to, tab);
    }
    await panel.close();
  });

  test('a flat pair is called flat', async () => {
    chromium.harness.open(...flat);
    const panel = await chromium.panel();
    assert.equal(await panel.text('.figure'), 'Flat');
    assert.match(await panel.text('.context'), /[+−].* within sampling noise \(± [\d.]+ MiB\)/);
    assert.match(await panel.text('.legend'), /^Colour: Direction\s+within noise\s+width/);
    // The line below passes two standard errors by itself: one of so many does by chance.
    const { x, y } = await panel.at(6, 0.3);
    await panel.page.mouse.move(x, y);
    assert.match(
      await panel.text('.tooltip'),
      /accept[\s\S]*hatched: neither the whole nor any site changed beyond/,
    );
    await panel.page.mouse.move(x, y + 21);
    assert.match(await panel.text('.tooltip'), /seen[\s\S]*hatched: within sampling noise \(± [\d.]+ MiB\)/);
    const items = await panel.page.locator('[role=treeitem]').allTextContents();
    assert.deepEqual(
      items.filter(item => !/within sampling noise|unchanged/.test(item)),
      [],
    );
    for (const palette of ['Direction', 'Package', 'Colour-blind']) {
      await panel.choose('Colours', palette);
      assert.deepEqual(await panel.colours(6), new Set(), palette);
    }
    await panel.close();
  });

  test('one profile alone is not spoken of as a diff', async () => {
    chromium.harness.open(leaking[1]);
    const panel = await chromium.panel();
    assert.equal(await panel.text('.figure'), '748.5 MiB');
    assert.match(await panel.text('.sentence'), /96 % is allocated in \(\*dedupeCache\)\.seen/);
    const words = (await panel.text('body')).match(/base|grew|shrank|growth|delta|[▲▼]|[+−]\d/gi);
    assert.equal(words, null);
    await panel.close();
  });

  /** A library's site behind own code; every text that a stranger can write tries to be Markdown. */
  const evil = '![](https://evil.example/x.png)`<img src=https://evil.example/y> @everyone';
  const behindOwn = (value: number, more = evil): Uint8Array =>
    profileBytes({
      samples: [
        {
          stack: [
            'main.main@/src/app/main.go:5',
            `main.put${more}@/src/app/${more}.go:91`,
            `lib.grow${more}@/root/go/pkg/mod/lib@v1.0.0/${more}.go:7`,
          ],
          values: [value],
        },
        { stack: ['main.main@/src/app/main.go:5', 'main.own@/src/app/own.go:3'], values: [value / 2] },
      ],
    });

  test('a library’s site is named with the reader’s own code, and suspects can be ranked by that', async () => {
    chromium.harness.openBytes([behindOwn(2), behindOwn(2000)]);
    const panel = await chromium.panel();
    assert.match(
      await panel.text('.sentence'),
      /67 % of the growth is allocated in\s+lib\.grow[\s\S]*, called from your\s+[\s\S]*put[\s\S]*\.go:91/,
    );
    await panel.page.click('#tab-suspects');
    await panel.settled();
    assert.match(
      await panel.text('.list .entry >> nth=0'),
      /lib\.grow[\s\S]*called from your[\s\S]*main\.put/,
    );
    await panel.page.click('.ranking button >> nth=1');
    await panel.settled();
    assert.match(
      await panel.text('.list .entry >> nth=0'),
      /^[\s\S]*67 % of growth\s+main\.put[\s\S]*mostly in[\s\S]*lib\.grow/,
    );
    assert.match(await panel.text('.list .entry >> nth=1'), /33 % of growth\s+main\.own/);
    await panel.close();
  });

  test('why the own line that calls a library’s site may leak stands with that site', async () => {
    chromium.harness.openBytes([behindOwn(2, ''), behindOwn(2000, '')]);
    const panel = await chromium.panel();
    const place = { name: 'main.put', file: '/src/app/.go', line: 91, startLine: 0 };
    assert.match(await panel.text('.details'), /lib\.grow[\s\S]*called from your main\.put/);
    const other = { ...place, file: '/src/app/other.go' };
    await panel.send({ type: 'aboutSite', about: { place: other, author: null, hint: 'Another’s.' } });
    assert.doesNotMatch(await panel.text('.details'), /Hint/);
    await panel.send({ type: 'aboutSite', about: { place, author: null, hint: 'It only gains.' } });
    assert.match(await panel.text('.details'), /called from your main\.put[\s\S]*Hint It only gains\./);
    // The own function has the hint to itself, and is called from nothing of its own.
    await panel.page.keyboard.press('ArrowUp');
    await panel.settled();
    assert.match(await panel.text('.details'), /^main\.put[\s\S]*Hint It only gains\./);
    assert.doesNotMatch(await panel.text('.details'), /called from your/);
    await panel.page.keyboard.press('ArrowDown');
    await panel.settled();
    await panel.page.locator('.details .about .link').click();
    const opened = await panel.page.evaluate(() =>
      window.posted.findLast(each => each.type === 'openSource'),
    );
    assert.equal(opened?.place.line, 91);
    await panel.close();
  });

  onLeak('suspects are put in the order that is chosen', async panel => {
    await panel.page.click('#tab-suspects');
    await panel.settled();
    const first = (): Promise<string> => panel.text('.list .entry >> nth=0');
    assert.match(await first(), /^1\n[\s\S]*\.seen[\s\S]* average object 416\sB ·/);
    await panel.choose('Order', 'objects');
    assert.match(await first(), /^1\n[\s\S]*literalStore[\s\S]* \+884,749 objects ·/);
    await panel.choose('Order', 'most suspect');
    assert.match(await first(), /^1\n[\s\S]*\.seen/);
  });

  onLeak('a suspect is set aside as a known leak, and is back once it was fixed', async panel => {
    await panel.page.click('#tab-suspects');
    const row = panel.page.locator('.list .entry', { hasText: '(*dedupeCache).seen' });
    await row.getByText('Known leak…').click();
    await row.getByText('set aside as a known leak: bounded at <1 GiB>').waitFor();
    assert.equal(await panel.page.locator('.list .entry').last().getAttribute('class'), 'entry aside');
    await panel.page.locator('.chip', { hasText: 'known leak: bounded' }).waitFor({ state: 'attached' });
    await row.getByText('Fixed…').click();
    await row.getByText('is back').waitFor();
    await panel.page
      .locator('.chip', { hasText: 'is back: was fixed, 2026-11-28' })
      .waitFor({ state: 'attached' });
    assert.match((await panel.page.locator('.list .entry').first().textContent()) ?? '', /is back/);
    await row.getByText('Forget').click();
    await row.getByText('Known leak…').waitFor();
    await panel.settled();
  });

  test('what is copied has every name and path in a code span', async () => {
    chromium.harness.openBytes([behindOwn(2), behindOwn(2000)], [`a ${evil}`, 'b']);
    const panel = await chromium.panel();
    await panel.chooseFrom('Copy and save', 'Copy summary');
    const copied = await panel.page.evaluate(() => {
      const message = window.posted.at(-1);
      return message?.type === 'copy' ? message.text : '';
    });
    assert.match(copied, /67 % of the growth is allocated in `lib\.grow/);
    assert.match(copied, /`inuse_space`/);
    const outside = copied.replace(/`[^`\n]*`/g, '');
    assert.doesNotMatch(outside, /evil|everyone|img|`/);
    await panel.chooseFrom('Copy and save', 'Copy for AI');
    assert.deepEqual(await panel.page.evaluate(() => window.posted.at(-1)), { type: 'copyForAi' });
    await panel.close();
  });

  test('a file that changed while the panel was hidden is said beside the diff', async () => {
    chromium.harness.open(...leaking);
    chromium.harness.outdate({ message: 'heap-1400.pb.gz has changed.', remedies: ['reload'] });
    const panel = await chromium.panel();
    assert.equal(await panel.text('.figure'), '+365.0 MiB');
    assert.match(await panel.text('.banner'), /heap-1400\.pb\.gz has changed/);
    await panel.choose('Sample type', 'inuse_objects');
    assert.match(await panel.text('.banner'), /has changed/);
    await panel.close();
  });

  test('a problem says what can be done, and does it', async () => {
    chromium.harness.fail({
      message: 'heap.txt is not a heap profile.',
      remedies: ['chooseAgain', 'showLog'],
    });
    const panel = await chromium.panel({ until: '.problem' });
    assert.match(await panel.text('.problem'), /heap\.txt is not a heap profile/);
    await panel.page.click('.problem vscode-button >> nth=1');
    assert.deepEqual(await panel.page.evaluate(() => window.posted.at(-1)), {
      type: 'remedy',
      remedy: 'showLog',
    });
    await panel.close();
  });
});
