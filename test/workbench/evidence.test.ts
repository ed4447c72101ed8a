import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import type { Window } from './window.ts';
import { type Theme, themes } from './workspace.ts';

const openWindow = oneWindow();

const leak = 'c.entries[id] = &sessionState{firstSeen: now, lastSeen: now}';

async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

for (const theme of Object.keys(themes) as Theme[]) {
  test(`what two captures cannot tell, and what would, in ${theme}`, async t => {
    const { window } = await openWindow(t, { theme });
    const view = await compare(window);
    await view.shows(
      '.gaps summary',
      'What these two cannot tell: whether it is a leak or a backlog, whether it goes on growing',
    );
    await view.shows(
      '.chip >> nth=0',
      /^retained 92 % \(by samples 97–99\.1 %\): hardly anything was freed$/,
    );
    await window.screenshot(`evidence folded ${theme}`);
    await view.frame.locator('.gaps summary').click();
    await view.shows('.gaps li >> nth=1', /there is no third capture\. .* Show Heap Over Time…$/);
    await window.screenshot(`evidence ${theme}`);
    await view.clickBox('main.(*dedupeCache).seen');
    await new SourceEditor(window, 'cache.go').untilNotes(found => leak in found);
    await window.screenshot(`evidence beside code ${theme}`);
  });
}

test('the button of a gap starts the capture that would close it', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.frame.locator('.gaps summary').click();
  const button = view.frame.getByRole('button', { name: 'Capture Heap Profile…' });
  await window.untilListed('Another Address…', () => button.press('Enter'));
  await window.page.keyboard.press('Escape');
  assert.equal(await view.frame.locator('.gaps[open]').count(), 1);
});
