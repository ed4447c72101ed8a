import assert from 'node:assert/strict';
import test from 'node:test';
import { startInBrowser } from './elsewhere.ts';
import { windows } from './inWindow.ts';
import { leadsToLine, saysSoAtItsLine, saysWhy, showsWhatGrew } from './stories.ts';

const openWindow = windows(startInBrowser);

test('in a browser, two profiles of a virtual workspace lead to the line that leaks, and nothing is offered that takes a machine', async t => {
  const settings = { 'editor.minimap.enabled': false, 'editor.fontSize': 11 };
  const { window, workspace } = await openWindow(t, {
    prepare: each => each.write('.vscode/settings.json', JSON.stringify(settings)),
  });
  const view = await showsWhatGrew(window);
  await view.frame.locator('.gaps summary').click();
  await view.shows('.gaps', 'Capture once more after the load has stopped.');
  assert.equal(await view.frame.getByRole('button', { name: 'Capture Heap Profile…' }).count(), 0);
  await view.frame.locator('.gaps summary').click();
  await leadsToLine(window, workspace, view);
  await saysWhy(await saysSoAtItsLine(window));
  await window.screenshot('in a browser');
  await window.page.keyboard.press('F1');
  await window.fillQuickInput('>Heap Diff: ');
  await window.quickRow('Heap Diff: Show Heap Over Time').waitFor();
  const rows = window.page.locator('.quick-input-list .monaco-list-row');
  const titles = await rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
  assert.deepEqual(
    titles.filter(title => /Capture|Authorization|MCP/.test(title)),
    [],
  );
});
