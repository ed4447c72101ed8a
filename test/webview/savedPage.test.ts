import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { speak, spokenLanguage } from '../../src/core/language.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { type Ask, savedAnswers } from '../../src/host/panel/savedAnswers.ts';
import { savedPage } from '../../src/host/panel/savedPage.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { bundledText } from '../fixtures/bundled.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { hostileNames } from '../fixtures/hostile/hostileNames.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { launchChromium, noChromium } from '../setup/chromium.ts';
import { leaking } from './panel.ts';

const seen = 'main.(*dedupeCache).seen';

suite('a page saved as HTML', { skip: noChromium }, () => {
  const parts = {
    styles: ['media/webview.css', 'media/saved.css'].map(bundledText),
    scripts: ['webview/saved/savedMain.ts', 'webview/main.ts'].map(bundledText),
  };
  const folder = temporaryFolder('saved');
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /** The page's text. */
  async function saved(contents: readonly Uint8Array[], names: readonly string[]): Promise<string> {
    const engine = new EngineClient(engineScript, () => {});
    const files = contents.map((bytes, i) => ({ name: names[i] ?? '', bytes }));
    const diff: DiffInfo = await engine.open({ files, order: 'byTime', limits: defaultLimits });
    const ask: Ask = (method, params) => engine.request(method, params);
    const { defaultSampleType: sampleType } = diff;
    const options = { sampleType, granularity: 'functions', normalize: false, filter: noFilter } as const;
    const answers = await savedAnswers(ask, diff, options);
    engine.dispose();
    return savedPage(parts, answers, spokenLanguage());
  }

  const sample = (): Promise<string> =>
    saved(
      leaking.map(path => new Uint8Array(readFileSync(path))),
      ['heap-1300.pb.gz', 'heap-1400.pb.gz'],
    );

  /** Opens it from the disk; whatever it asks for or complains about fails. */
  async function opened(html: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const file = join(folder, 'heap-diff.html');
    writeFileSync(file, html);
    const viewport = { width: 1200, height: 850 };
    const context = await browser.newContext({
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const address = pathToFileURL(file).href;
    page.on('request', request => request.url() !== address && complaints.push(request.url()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => complaints.push(message.text()));
    page.on('dialog', () => complaints.push('a dialog'));
    context.on('close', () => assert.deepEqual(complaints, []));
    await page.goto(address);
    await page.locator('body[data-painted="true"]').waitFor();
    return page;
  }

  test('shows what the panel shows, zooms, searches and switches tabs', async t => {
    const html = await sample();
    t.diagnostic(
      `${html.length} characters, ${parts.scripts.concat(parts.styles).join('').length} of them ours`,
    );
    assert.ok(html.length < 600_000, `${html.length} characters`);
    const page = await opened(html);
    assert.equal(await page.title(), 'heap-1300.pb.gz ⇄ heap-1400.pb.gz · Heap Diff');
    await page.locator('h1', { hasText: '+365.0 MiB' }).waitFor();
    await page
      .locator('.where', { hasText: '96 % of the growth is allocated in (*dedupeCache).seen' })
      .waitFor();
    const selected = page.locator('[role=treeitem][aria-selected=true]');
    await selected.getByText(seen).waitFor();
    await page.locator('.details', { hasText: '92 % of 381.1 MiB allocated' }).waitFor();
    await page.locator('.details', { hasText: 'cache.go:39' }).waitFor();

    await page.locator('[role=tree]').focus();
    await page.keyboard.press('Enter');
    const first = page.locator('[role=treeitem]').first();
    await page.waitForFunction(() => document.querySelectorAll('[role=treeitem]').length < 30);
    await page.keyboard.press('Escape');
    await first.getByText('all').waitFor();
    await page.locator('.search input').fill('json');
    await page.locator('.matches', { hasText: /\d+ match/ }).waitFor();

    await page.getByRole('tab', { name: 'Top' }).click();
    await page.getByText('(*dedupeCache).seen').first().waitFor();
    await page.getByRole('tab', { name: 'Suspects' }).click();
    await page.locator('.entry', { hasText: '+349.5 MiB' }).waitFor();
    await page.getByRole('button', { name: 'By your own code' }).click();
    await page.locator('.entry').first().waitFor();
    await page.context().close();
  });

  test('says what it cannot do, and does not offer the rest', async () => {
    const page = await opened(await sample());
    const status = page.locator('.source-status');
    await status.getByText('A page saved by Heap Diff').waitFor();
    await page.locator('.details').getByRole('button', { name: 'Open cache.go:39' }).click();
    await status.getByText('This page has no source').waitFor();
    for (const name of [
      'Copy and save',
      'Add a filter',
      'Tree',
      'Swap base and current',
      'Show Heap Over Time…',
    ]) {
      assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    }
    await page.locator('vscode-dropdown[aria-label="Granularity"]').click();
    await page.locator('vscode-option', { hasText: 'Packages' }).click();
    await page.locator('.banner').getByText('This page has only one look at the profiles.').waitFor();
    await page.context().close();
  });

  test('names are data: nothing in them ends an element, runs or is loaded', async () => {
    const breaking = [
      '</script><script>alert(1)</script>',
      '<!--<script>',
      ']]></style><img src=x onerror=alert(1)>',
    ];
    const names = [...Object.values(hostileNames), ...breaking];
    const bytes = [1, 1000].map(size =>
      profileBytes({
        sampleTypes: ['inuse_space/bytes'],
        samples: names.map((name, i) => ({
          stack: ['main.main@main.go:1', `${name}@${name.replaceAll('@', '(at)')}${i}.go:${i + 1}`],
          values: [size * (1000 + i)],
        })),
        comments: names,
      }),
    );
    const html = await saved(bytes, [`base${breaking[0]}`, `current${breaking[1]}`]);
    const page = await opened(html);
    assert.equal(await page.locator('script').count(), 3);
    assert.equal(await page.locator('img').count(), 0);
    await page.locator('.files', { hasText: 'base</script><script>alert(1)</script>' }).waitFor();
    for (const tab of ['Top', 'Suspects']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText('alert(1)').first().waitFor();
    }
    await page.context().close();
  });

  test('speaks the language that it was saved in, whose messages are data too', async t => {
    const message = '</script><script>alert(1)</script><!--';
    speak({
      tag: 'zh-cn',
      messages: { 'What the widths show': message },
    });
    t.after(() => speak(null));
    const html = await sample();
    assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-cn">/);
    const page = await opened(html);
    await page.getByRole('group', { name: message }).waitFor();
    await page.getByRole('tab', { name: 'Suspects' }).waitFor();
    await page.context().close();
  });

  test('is clean for axe, light and dark', async () => {
    const html = await sample();
    for (const scheme of ['light', 'dark'] as const) {
      const page = await opened(html, scheme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html: at }) => at)]),
        [],
        scheme,
      );
      await page.context().close();
    }
  });
});
