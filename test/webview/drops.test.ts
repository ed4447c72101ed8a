import assert from 'node:assert/strict';
import { suite } from 'node:test';
import type { ToHost } from '../../src/protocol.ts';
import { noChromium } from '../setup/chromium.ts';
import { InChromium } from './inChromium.ts';
import type { Dragged, Panel } from './panel.ts';

function dropped(panel: Panel): Promise<readonly ToHost[]> {
  return panel.page.evaluate(() => window.posted.filter(({ type }) => type === 'drop'));
}

const ours = 'application/vnd.code.uri-list';
const theirs = 'text/uri-list';
const one = 'file:///a/heap-1.pb.gz';
const other = 'vscode-remote://ssh-remote+b/heap%202.pb.gz';

suite('what is dragged over the panel', { skip: noChromium }, () => {
  const chromium = new InChromium();
  const hint = '.drop-hint';

  chromium.onLeak('is said what will become of it, until it leaves or is let go', async panel => {
    const given = { texts: { [theirs]: one } };
    const isSaid = (): Promise<boolean> => panel.page.locator(hint).isVisible();
    const ends = [
      () => panel.drag('dragleave', {}),
      () => panel.drag('drop', given),
      () => panel.page.mouse.move(300, 300),
    ];
    for (const end of ends) {
      assert.equal(await panel.drag('dragover', given), true);
      const said = /two heap profiles .* compare it with heap-1300\.pb\.gz\.\s+The one/;
      assert.match(await panel.text(hint), said);
      await end();
      await panel.settled();
      assert.equal(await isSaid(), false, String(end));
    }
    assert.equal(await panel.drag('dragover', { texts: { 'text/plain': 'some words' } }), false);
    assert.equal(await panel.drag('dragover', { files: ['heap.pb.gz'], shiftKey: false }), false);
    assert.equal(await isSaid(), false);
  });

  chromium.onLeak('is told to the host by all its addresses, and followed by nobody', async panel => {
    const many = Array.from({ length: 10_000 }, () => one);
    await panel.drag('drop', { texts: { [ours]: `${one}\r\n${other}`, [theirs]: one } });
    await panel.drag('drop', { texts: { [theirs]: `# a comment\n${one}\n\n` }, files: ['heap-1.pb.gz'] });
    await panel.drag('drop', { texts: { [ours]: 'javascript:alert(1)\r\n<b>\r\n/etc/passwd' } });
    await panel.drag('drop', { texts: { [ours]: many.join('\r\n') } });
    assert.deepEqual(await dropped(panel), [
      { type: 'drop', files: [one, other] },
      { type: 'drop', files: [one] },
      { type: 'drop', files: ['javascript:alert(1)', '<b>', '/etc/passwd'] },
      { type: 'drop', files: many.slice(0, 8) },
    ]);
    assert.equal(await panel.page.locator('.banner').count(), 0);
  });

  chromium.onLeak('has to have a path', async panel => {
    const pathless: readonly Dragged[] = [
      { files: ['heap.pb.gz'] },
      { texts: { [ours]: '', [theirs]: '#\r\n\r\n' } },
      { texts: { [theirs]: `file:///${'a'.repeat(1 << 15)}` } },
    ];
    for (const given of pathless) {
      assert.equal(await panel.drag('drop', given), true);
      const banner = panel.page.locator('.banner', { hasText: 'tells no path' });
      await banner.waitFor();
      await banner.getByText('Dismiss').click();
      await banner.waitFor({ state: 'detached' });
    }
    assert.deepEqual(await dropped(panel), []);
  });
});
