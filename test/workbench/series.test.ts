import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import type { Window } from './window.ts';
import type { Workspace } from './workspace.ts';

const openWindow = oneWindow();

const captures = ['one.pb.gz', 'three.pb.gz', 'five.pb.gz', 'seven.pb.gz'];

/** Copies every second capture of a leaking service beside its source. */
function addCaptures(workspace: Workspace): void {
  const heaps = readdirSync(workspace.path('series/leaking')).filter(name => name.startsWith('heap-2'));
  for (const [i, name] of captures.entries()) {
    workspace.add(workspace.path(`series/leaking/${heaps.sort()[2 * i] ?? ''}`), name);
  }
}

async function selected(window: Window): Promise<DiffView> {
  await window.select(...captures);
  await window.choose('three.pb.gz', 'Show Heap Over Time');
  return DiffView.showing(window, '.chart-picture canvas');
}

test('a change leads to the diff of two captures, a site to its line', async t => {
  const { window } = await openWindow(t, { prepare: addCaptures });
  const view = await selected(window);
  await view.frame.locator('.site .name', { hasText: 'dedupeCache' }).first().click();
  await window.cursorLine('cache.go', 39).waitFor();
  const editor = new SourceEditor(window, 'cache.go');
  const isNoted = (notes: Record<string, string>): boolean =>
    Object.values(notes).some(note => /^▲ staircase over 4 captures, \+/.test(note));
  await editor.untilNotes(isNoted);
  await view.frame.getByRole('button', { name: /: compare one\.pb\.gz with three\.pb\.gz$/ }).click();
  const diff = await DiffView.painted(window);
  await diff.shows('.files', /base one\.pb\.gz .* current three\.pb\.gz/);
  await window.page.locator('.tab', { hasText: 'Heap over time' }).click({ button: 'middle' });
  await editor.untilNotes(notes => !isNoted(notes));
});

test('a folder is a series; what is no profile is named, and the frame of a site is shown in the diff', async t => {
  const { window, workspace } = await openWindow(t, {
    prepare: each => {
      each.write('series/leaking/heap-broken.pb.gz', 'not a profile');
    },
  });
  await window.file('series').click();
  await window.choose('leaking', 'Show Heap Over Time');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  await view.shows('h1', /^Staircase .* · 8 captures$/);
  await view.frame.locator('.fold summary').click();
  await view.shows('.fold', /heap-broken\.pb\.gz is not a heap profile/);
  await view.shows('.chart-legend', /rss .*requests/);
  await view.shows('.series-table', /after the load/);

  workspace.remove('series/leaking/heap-broken.pb.gz');
  const [heap = ''] = readdirSync(workspace.path('series/fixed')).filter(name => name.startsWith('heap-2'));
  workspace.add(workspace.path(`series/fixed/${heap}`), 'series/leaking/heap-next.pb.gz');
  await view.shows('.banner', 'heap-next.pb.gz has been captured since the folder was read');
  workspace.remove('series/leaking/heap-next.pb.gz');
  await view.button('Reload').click();
  await view.frame.locator('.banner').waitFor({ state: 'detached' });
  assert.equal(await view.frame.locator('.fold').count(), 0);
  await view.frame.locator('.site .name', { hasText: 'dedupeCache' }).first().dblclick();
  const diff = await DiffView.painted(window);
  await diff.shows('h1', /^\+/);
  assert.match(await diff.selected(), /^main\.\(\*dedupeCache\)\.seen,/);
});

test('profiles selected in the explorer are shown over time, also after a reload', async t => {
  const { window } = await openWindow(t, { prepare: addCaptures });
  const view = await selected(window);
  await view.shows('h1', /^Staircase \+.* · inuse_space · 4 captures$/);
  await view.shows('.sentence', /over 4 captures/);
  await view.frame.getByRole('application', { name: /^Chart of inuse_space over 4 captures/ }).waitFor();
  await view.shows('.series-table tbody tr', /three\.pb\.gz .* MiB \+.* MiB/);
  await view.shows('.site', /main\.\(\*dedupeCache\)\.seen cache\.go:39/);
  await view.frame.getByRole('checkbox', { name: /^seven\.pb\.gz was captured after the load/ }).click();
  await view.shows('.chart-reading', /seven\.pb\.gz .* settled/);
  await window.untilSaved('"settled":["file:');
  await window.screenshot('series wide');

  await window.reload();
  const after = await DiffView.showing(window, '.chart-picture canvas');
  await after.shows('h1', /· 4 captures$/);
  await after.shows('.chart-reading', /seven\.pb\.gz .* settled/);
});
