import assert from 'node:assert/strict';
import { suite } from 'node:test';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Panel } from './panel.ts';

const callers = '[role=tree][aria-label="Callers as a flame graph"]';
const callees = '[role=tree][aria-label="Callees as a flame graph"]';

suite('callers and callees as flame graphs', { skip: noChromium }, () => {
  const { onLeak } = new InChromium();

  const open = async (panel: Panel): Promise<void> => {
    await panel.page.click('#tab-neighbours');
    await panel.page.locator(`${callers} [role=treeitem]`).first().waitFor({ state: 'attached' });
    await panel.settled();
  };
  const items = async (panel: Panel, tree: string): Promise<readonly string[]> => {
    const names = await panel.page.locator(`${tree} [role=treeitem]`).allTextContents();
    return names.map(name => name.replace(/,.*/, '').replace(/.*\//, ''));
  };
  const selected = (panel: Panel, tree: string): Promise<string | null> =>
    panel.page.locator(`${tree} [aria-selected=true]`).textContent();

  onLeak('the function stands between those who call it, nearest first, and those it calls', async panel => {
    await open(panel);
    assert.deepEqual((await items(panel, callers)).slice(0, 4), [
      'main.(*dedupeCache).seen',
      'main.(*server).accept',
      'main.(*server).ingest',
      'http.HandlerFunc.ServeHTTP',
    ]);
    // It calls nothing: there is no second graph.
    assert.deepEqual(await items(panel, callees), []);
    assert.match(await panel.text('.self'), /main\.\(\*dedupeCache\)\.seen\s+cache\.go\s+cum ▲ \+349\.5 MiB/);
  });

  onLeak('keys walk the callers upwards, show their source and bring one to the middle', async panel => {
    await open(panel);
    await panel.page.locator(callers).focus();
    await panel.press('ArrowUp');
    assert.match(
      (await selected(panel, callers)) ?? '',
      /accept, grew 349\.5 MiB, 100 % of the increase of main\.\(\*dedupeCache\)\.seen/,
    );
    await panel.press(' ');
    assert.deepEqual(await panel.opened(), ['reveal ingest.go:60 main.(*server).accept']);
    await panel.press('Enter');
    await panel.page.locator('.self', { hasText: 'main.(*server).accept' }).waitFor();
    await panel.settled();
    assert.deepEqual((await items(panel, callers)).slice(0, 2), [
      'main.(*server).accept',
      'main.(*server).ingest',
    ]);
    assert.deepEqual(await items(panel, callees), ['main.(*server).accept', 'main.(*dedupeCache).seen']);
    await panel.press('Alt+ArrowLeft');
    await panel.page.locator('.self', { hasText: 'dedupeCache' }).waitFor();
  });

  onLeak('the pointer selects where a row is drawn: from the bottom up', async panel => {
    await open(panel);
    const box = await panel.page.locator('.around.callers .flame-pane').boundingBox();
    assert.ok(box);
    // The second row from below is the nearest caller.
    await panel.page.mouse.click(box.x + box.width / 3, box.y + box.height - 31);
    assert.match((await selected(panel, callers)) ?? '', /accept/);
    await panel.page.waitForFunction(() => window.posted.some(({ type }) => type === 'openSource'));
    assert.deepEqual(await panel.opened(), ['reveal ingest.go:60 main.(*server).accept']);
  });

  onLeak('the menu of a caller acts on that frame, as far as its stack is known here', async panel => {
    await open(panel);
    await panel.page.locator(callers).focus();
    await panel.press('ArrowUp', 'ArrowUp');
    await panel.send({ type: 'frameAction', action: 'copyStack' });
    const copied = await panel.page.evaluate(() =>
      window.posted.flatMap(each => (each.type === 'copy' ? [each.text] : [])),
    );
    assert.deepEqual(copied, ['main.(*dedupeCache).seen\nmain.(*server).accept\nmain.(*server).ingest']);
    await panel.send({ type: 'frameAction', action: 'hide' });
    assert.equal((await panel.saved()).options?.filter.hide, '^main\\.\\(\\*server\\)\\.ingest$');
    await panel.page.locator(`${callers} [role=treeitem]`).first().waitFor({ state: 'attached' });
    assert.equal((await items(panel, callers)).includes('main.(*server).ingest'), false);
  });

  onLeak('another width is laid out here too', async panel => {
    await open(panel);
    await panel.page.getByRole('button', { name: 'Base', exact: true }).click();
    await panel.settled();
    assert.deepEqual((await items(panel, callers)).slice(0, 2), [
      'main.(*dedupeCache).seen',
      'main.(*server).accept',
    ]);
  });
});
