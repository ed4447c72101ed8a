import { mkdirSync, renameSync } from 'node:fs';
import test from 'node:test';
import { oneWindow } from './inWindow.ts';
import { compare, leadsToLine, leakingLine, namesWhatIsMissing, seen } from './stories.ts';

const openWindow = oneWindow();

test('a click shows the line beside and leaves the focus in the panel', async t => {
  const { window, workspace } = await openWindow(t);
  await leadsToLine(window, workspace, await compare(window));
  await window.screenshot('source beside');
});

test('a click with Ctrl goes to the line', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox(seen, { modifiers: ['ControlOrMeta'] });
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  await window.untilFocused('cache.go');
});

test('Ctrl+Enter and the link in the headline go to the line', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await view.frame.locator('.where .link').click();
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  await window.untilFocused('cache.go');

  await window.command('View: Close Editor');
  await view.clickBox('main.(*server).ingest');
  await window.cursorLine('ingest.go').waitFor();
  await view.tree.focus();
  await window.page.keyboard.press('Control+Enter');
  await window.untilFocused('ingest.go');
});

test('what was built in a folder of another name is found by its functions', async t => {
  const { window, workspace } = await openWindow(t, {
    prepare: workspace => {
      mkdirSync(workspace.path('service'));
      renameSync(workspace.path('cache.go'), workspace.path('service/cache.go'));
    },
  });
  const view = await compare(window);
  await view.frame.locator('.where .link').click();
  await window.cursorLine('cache.go', leakingLine(workspace, 'service/cache.go')).waitFor();
  await window.untilFocused('cache.go');
});

test('a file that is not in the workspace is named, with what was tried', async t => {
  const { window } = await openWindow(t, { prepare: workspace => workspace.remove('cache.go') });
  await namesWhatIsMissing(await compare(window));
});
