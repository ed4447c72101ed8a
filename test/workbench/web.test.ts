import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { startInBrowser, virtualFolder } from './elsewhere.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import {
  addBroken,
  addCaptures,
  asksForTwo,
  compare,
  comparesWithBase,
  copiesForAi,
  folderOverTime,
  hasQuietNotes,
  leadsFromSeries,
  leadsToLine,
  leak,
  leakNote,
  namesWhatIsMissing,
  overTime,
  saysSoAtItsLine,
  saysWhy,
  seen,
  showsWhatGrew,
} from './stories.ts';

const openWindow = oneWindow(startInBrowser);

test('in a browser, two profiles of a virtual workspace lead to the line that leaks, which says so and why', async t => {
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
});

test('in a browser, a base is selected first, and swapped', async t => {
  const { window } = await openWindow(t);
  await comparesWithBase(window);
});

test('in a browser, the palette asks for two files, and offers nothing that takes a machine', async t => {
  const { window } = await openWindow(t);
  await asksForTwo(window);
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

test('in a browser, a comparison is copied for an assistant with its source, and notes go with the switch and the panel', async t => {
  const { window, workspace } = await openWindow(t);
  const view = await compare(window);
  await copiesForAi(window, `${virtualFolder(workspace.folder)}/cache.go`);
  await view.clickBox(seen);
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => found[leak] === leakNote);
  await hasQuietNotes(window, editor);
});

test('in a browser, a file that is cut off is named, and one that is nowhere', async t => {
  const { window } = await openWindow(t, {
    prepare: each => {
      each.write('heap-cut.pb.gz', readFileSync(each.path('heap-1300.pb.gz')).subarray(0, 2000));
      each.remove('cache.go');
    },
  });
  await window.choose('heap-cut.pb.gz', 'Select as Heap Diff Base');
  await window.choose('heap-1400.pb.gz', 'Compare with Heap Diff Base');
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^heap-cut\.pb\.gz cannot be decompressed: unexpected end of file/);
  await window.clear();
  await namesWhatIsMissing(await compare(window));
});

test('in a browser, captures over time lead to a diff and to the line', async t => {
  const { window } = await openWindow(t, { prepare: addCaptures });
  await leadsFromSeries(window, await overTime(window));
});

test('in a browser, a folder is a series', async t => {
  const { window } = await openWindow(t, { prepare: addBroken });
  await folderOverTime(window);
  await window.screenshot('series in a browser');
});
