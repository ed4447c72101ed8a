import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Panel } from './panel.ts';

suite('how the tree is merged', { skip: noChromium }, () => {
  const chromium = new InChromium();
  const { onLeak } = chromium;

  const toggle = async (panel: Panel, face: string, entry: RegExp): Promise<void> => {
    await panel.page.getByRole('button', { name: face, exact: true }).click();
    await panel.page.getByRole('menuitemcheckbox', { name: entry }).click();
    await panel.page.getByRole('menuitemcheckbox', { name: entry, checked: true }).waitFor();
    await panel.settled();
    await panel.press('Escape');
  };

  onLeak('inverted, the tree begins where memory is allocated; undone, it is as it was', async panel => {
    const before = await panel.items();
    await toggle(panel, 'Tree', /Inverted/);
    assert.deepEqual((await panel.items()).slice(0, 4), [
      'all',
      'main.(*dedupeCache).seen',
      'main.(*server).accept',
      'main.(*server).ingest',
    ]);
    assert.match(
      await panel.selected(),
      /^main\.\(\*dedupeCache\)\.seen, grew 349\.5 MiB, 95 % of the increase/,
    );
    assert.equal(await panel.text('.figure'), '+365.0 MiB');
    // What it allocates itself, and what goes through its callers for that.
    assert.match(await panel.text('.numbers'), /^\s*base\s+current\s+delta\s+flat\s+367\.0 MiB\s+716\.4 MiB/);
    await panel.focusFlame();
    await panel.press('ArrowDown');
    assert.match(await panel.text('.numbers'), /delta\s+through here\s+367\.0 MiB\s+716\.4 MiB/);
    assert.match(await panel.text('.lines'), /ingest\.go:60 ↗\s+\+349\.5 MiB/);
    assert.equal((await panel.saved()).options?.inverted, true);
    await panel.press('Alt+ArrowLeft', 'Alt+ArrowLeft');
    await panel.page.getByRole('button', { name: 'Tree', exact: true }).waitFor();
    await panel.settled();
    assert.deepEqual(await panel.items(), before);
  });

  test('recursion is one frame on request, which says how many it stands for', async () => {
    const bytes = (...lines: string[]): Uint8Array => profileBytes({ samples: samplesOf(...lines) });
    chromium.harness.openBytes([
      bytes('main;walk;walk;walk;leaf 1000'),
      bytes('main;walk;walk;walk;leaf 900000', 'main;walk;leaf 300000'),
    ]);
    const panel = await chromium.panel();
    assert.equal((await panel.items()).filter(name => name === 'walk').length, 3);
    await toggle(panel, 'Tree', /Recursion as one frame/);
    assert.deepEqual(await panel.items(), ['all', 'main', 'walk', 'leaf']);
    const walk = panel.page.locator('[role=treeitem]', { hasText: 'walk' });
    assert.match(
      (await walk.textContent()) ?? '',
      /^walk, stands for up to 3 frames of a stack, grew 1\.1 MiB/,
    );
    await panel.page.click('#tab-neighbours');
    await panel.page.getByRole('button', { name: 'Recursion as one', exact: true }).waitFor();
    await panel.close();
  });
});
