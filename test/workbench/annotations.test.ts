import { utimesSync } from 'node:fs';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';
import { commitAll } from './committed.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { compare, hasQuietNotes, leak, leakNote, saysSoAtItsLine, saysWhy, seen } from './stories.ts';
import { type Theme, themes } from './workspace.ts';

const openWindow = oneWindow();

for (const theme of Object.keys(themes) as Theme[]) {
  test(`the line that leaks says so, in ${theme}`, async t => {
    const settings = {
      'workbench.colorTheme': themes[theme],
      'editor.minimap.enabled': false,
      'editor.fontSize': 11,
    };
    const { window } = await openWindow(t, {
      theme,
      prepare: workspace => workspace.write('.vscode/settings.json', JSON.stringify(settings)),
    });
    const view = await compare(window);
    await view.clickBox('main.(*dedupeCache).seen');
    await saysSoAtItsLine(window);
    await window.screenshot(`annotations ${theme}`);
  });
}

test('the hover says why the line may leak, and who wrote it', async t => {
  const { window } = await openWindow(t, { prepare: commitAll });
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen');
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => leak in found);
  const hover = await editor.hover(leak);
  await saysWhy(hover);
  await hover.getByText('Ada Lovelace, 2024-03-01').waitFor();
  await hover.getByText('Remember sessions').waitFor();
  await window.screenshot('why and who');
  await view.frame.locator('#tab-suspects').click();
  const row = view.frame.locator('.suspects .entry', { hasText: '(*dedupeCache).seen' });
  await row.getByText('Last changed by Ada Lovelace, 2024-03-01: Remember sessions').waitFor();
  await saysWhy(row);
  await window.screenshot('why and who in suspects');
});

test('suspects stay in the side bar, lead to their lines, and known leaks are set aside', async t => {
  const { window, workspace } = await openWindow(t);
  const inBar = (name: string): Locator =>
    window.page.locator('.activitybar .action-item', {
      has: window.page.locator(`.action-label[aria-label^="${name}"]`),
    });
  const badge = inBar('Heap Diff');
  await badge.click();
  const welcome = window.page.locator('.welcome-view-content');
  await welcome.getByText('Nothing is compared yet.').waitFor();
  await window.screenshot('nothing is compared yet');
  for (const what of ['Compare Heap Profiles…', 'Capture Heap Profile…', 'Open Recent Comparison…']) {
    await welcome.getByRole('button', { name: what }).waitFor();
  }
  await welcome.getByText('Find a memory leak in three steps').click();
  await window.page.locator('.gettingStartedContainer').getByText('Compare them').first().waitFor();
  await window.page.locator('.tab.active').click({ button: 'middle' });
  await inBar('Explorer').click();
  await window.file('go.mod').waitFor();
  const view = await compare(window);
  await badge.locator('.badge-content', { hasText: '2' }).waitFor();
  await badge.click();
  const rows = window.page.locator('.pane-body [role="treeitem"]');
  const leaking = rows.filter({ hasText: '(*dedupeCache).seen' });
  await leaking.getByText('▲ +349.5 MiB · 96 % · cache.go:39').waitFor();
  await leaking.click();
  await window.cursorLine('cache.go', 39).waitFor();
  await window.screenshot('suspects in the side bar');
  // Which code is the reader's own is found out after the rows are there.
  const inLibrary = rows.filter({ hasText: 'literalStore' });
  await inLibrary.getByText('▲ +13.5 MiB · 3.7 % · ingest.go:49').click();
  await window.cursorLine('ingest.go', 49).waitFor();

  workspace.write('.heap-diff.json', JSON.stringify({ known: [{ site: seen, because: 'bounded' }] }));
  await leaking.getByText('▲ +349.5 MiB · known leak').waitFor();
  await badge.locator('.badge-content', { hasText: '1' }).waitFor();
  await window.screenshot('suspects set aside');
  await window.choose(leaking, 'Reveal in Heap Diff');
  await view.frame.locator('[aria-selected="true"]', { hasText: `${seen},` }).waitFor();
  // The files are read again first.
  utimesSync(workspace.path('heap-1400.pb.gz'), new Date(), new Date());
  await view.shows('.banner', 'heap-1400.pb.gz has changed since it was read');
  await window.choose(inLibrary, 'Reveal in Heap Diff');
  for (const gone of ['.banner', 'main.panel.busy']) {
    await view.frame.locator(gone).waitFor({ state: 'detached' });
  }
  await view.untilSelected(/literalStore/);

  await inBar('Explorer').click();
  await window.file('go.mod').waitFor();
  await window.page.locator('.tab', { hasText: '⇄' }).click({ button: 'middle' });
  await badge.locator('.badge-content').waitFor({ state: 'hidden' });
});

test('growth inside a library is noted where it is called, in other words', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*server).ingest');
  const editor = new SourceEditor(window, 'ingest.go');
  const noted = {
    'if err := json.Unmarshal(body.Bytes(), &events); err != nil {':
      '▲ +15.0 MiB allocated in json.(*decodeState).literalStore and others, called here',
  };
  await editor.untilNotes(found => isDeepStrictEqual(found, noted));
  await editor.lens('▲ +15.0 MiB in what it calls · 4.1 % of growth · Show in flame graph').waitFor();
  await window.screenshot('annotations of a call');
});

test('notes follow typing, the sample type and the switch, and go with the panel', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => found[leak] === leakNote);

  await window.untilFocused('cache.go');
  await window.page.keyboard.press('Home');
  // Nothing that a suggestion could complete: the line break would take it instead.
  await window.page.keyboard.type('_ = 1\n');
  await editor.untilNotes(found => found[leak] === leakNote && Object.keys(found).length === 1);
  for (let i = 0; i < 5; i++) await window.page.keyboard.press('Control+Z');

  await view.choose('Sample type', 'inuse_objects');
  await editor.untilNotes(found =>
    /^▲ \+873,534 objects · \d+ % of growth in inuse_objects$/.test(found[leak] ?? ''),
  );

  await hasQuietNotes(window, editor);
});

test('the walk goes from the largest growth to the next, and round again', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  await new SourceEditor(window, 'cache.go').untilNotes(found => leak in found);
  await window.command('Heap Diff: Go to Next Growth');
  await window.cursorLine('ingest.go', 49).waitFor();
  await window.untilFocused('ingest.go');
  await window.page.keyboard.press('Control+K');
  await window.page.keyboard.press('h');
  await window.cursorLine('cache.go', 39).waitFor();
  await window.untilFocused('cache.go');
  await window.page.keyboard.press('Control+K');
  await window.page.keyboard.press('Shift+H');
  await window.cursorLine('ingest.go', 49).waitFor();
});

test('with notes turned off, the walk and the way back still know what grew', async t => {
  // Set in the workspace, it is turned off there, and not for every test that comes after.
  const settings = JSON.stringify({ 'heapDiff.annotations.enabled': true });
  const { window } = await openWindow(t, {
    prepare: workspace => workspace.write('.vscode/settings.json', settings),
  });
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => leak in found);
  await window.command('Heap Diff: Toggle Growth in the Editor');
  await editor.untilNotes(found => Object.keys(found).length === 0);
  await view.tree.focus();
  await window.page.keyboard.press('Home');
  await window.choose(editor.line(leak), 'Reveal in Heap Diff');
  await view.frame.locator('[aria-selected="true"]', { hasText: 'main.(*dedupeCache).seen,' }).waitFor();
  await window.command('Heap Diff: Go to Next Growth');
  await window.cursorLine('ingest.go', 49).waitFor();
});

test('a lens, a hover and the context menu lead back into the flame graph', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => leak in found);
  const leadsBack = async (how: () => Promise<void>): Promise<void> => {
    await view.tree.focus();
    await window.page.keyboard.press('Home');
    await view.untilSelected(/^all,/);
    await how();
    await view.frame.locator('[aria-selected="true"]', { hasText: 'main.(*dedupeCache).seen,' }).waitFor();
  };
  await leadsBack(() => editor.lens('Show in flame graph').click());
  await leadsBack(async () => (await editor.hover(leak)).getByText('Show in flame graph').click());
  await leadsBack(() => window.choose(editor.line(leak), 'Reveal in Heap Diff'));
});

test('a function whose own growth is nothing leads back too', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*server).ingest');
  const editor = new SourceEditor(window, 'ingest.go');
  await editor.untilNotes(found => Object.keys(found).length > 0);
  await editor.lens(/./).waitFor();
  await window.choose(editor.line('s.dedupe.seen(e.Session)'), 'Reveal in Heap Diff');
  await view.frame.locator('[aria-selected="true"]', { hasText: 'main.(*server).accept,' }).waitFor();
});

test('of several comparisons the one used last is noted', async t => {
  const { window } = await openWindow(t);
  const view = await compare(window);
  await view.clickBox('main.(*dedupeCache).seen');
  const editor = new SourceEditor(window, 'cache.go');
  await editor.untilNotes(found => leak in found);
  await window.page.locator('.tab', { hasText: 'heap-1300.pb.gz ⇄' }).click();
  await window.select('fixed-1300.pb.gz', 'fixed-1400.pb.gz');
  await window.choose('fixed-1400.pb.gz', 'Compare Heap Profiles');
  await editor.untilNotes(found => Object.keys(found).length === 0);
  await window.page.locator('.tab', { hasText: 'heap-1300.pb.gz ⇄' }).click();
  await editor.untilNotes(found => leak in found);
});

test('a panel behind other editors comes to the front with the function selected', async t => {
  const { window } = await openWindow(t);
  await compare(window);
  const editor = await SourceEditor.open(window, 'cache.go');
  await editor.lens('Show in flame graph').click();
  const view = await DiffView.painted(window);
  await view.frame.locator('[aria-selected="true"]', { hasText: 'main.(*dedupeCache).seen,' }).waitFor();
});
