import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { DiffView } from './diffView.ts';
import { SourceEditor } from './sourceEditor.ts';
import type { Window } from './window.ts';
import type { Workspace } from './workspace.ts';

// What a person does and sees wherever the extension runs, on a machine or in a browser.

/** The line of the sample service that leaks, and what stands behind it. */
export const leak = 'c.entries[id] = &sessionState{firstSeen: now, lastSeen: now}';
export const leakNote = '▲ +349.5 MiB · 96 % of growth';

export const seen = 'main.(*dedupeCache).seen';

export async function compare(window: Window): Promise<DiffView> {
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz');
  await window.choose('heap-1400.pb.gz', 'Compare Heap Profiles');
  return DiffView.painted(window);
}

/** Two profiles, the later one selected first: the base is still the earlier one. */
export async function showsWhatGrew(window: Window): Promise<DiffView> {
  await window.select('heap-1400.pb.gz', 'heap-1300.pb.gz');
  await window.choose('heap-1300.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
  await view.shows('h1', '+365.0 MiB');
  await view.shows('.context', /^\+95 % of the base's 383\.6 MiB\s+·\s+in 1 h/);
  await view.shows('.where', /96 % of the growth is allocated in \(\*dedupeCache\)\.seen/);
  await view.shows('.where', 'cache.go:39');
  assert.deepEqual(await view.choices(), ['Change', 'inuse_space', 'Functions']);
  return view;
}

/** A base selected first is compared with another file, and swapped. */
export async function comparesWithBase(window: Window): Promise<void> {
  await window.choose('heap-1300.pb.gz', 'Select as Heap Diff Base');
  await window.choose('heap-1400.pb.gz', 'Compare with Heap Diff Base');
  const view = await DiffView.painted(window);
  await view.shows('h1', '+365.0 MiB');
  await view.icon('Swap base and current').click();
  await view.shows('h1', '−365.0 MiB');
  await view.shows('.files', /base heap-1400\.pb\.gz .* current heap-1300\.pb\.gz/);
}

/** The palette asks for two files. */
export async function asksForTwo(window: Window): Promise<void> {
  await window.commandChoosing('Heap Diff: Compare Heap Profiles…', 'fixed-1300.pb.gz');
  // The list for the second file is another; its rows stand elsewhere.
  await window.page.locator('.quick-input-title', { hasText: '(2 of 2)' }).waitFor();
  await window.quickRow('fixed-1300.pb.gz').waitFor({ state: 'detached' });
  await window.quickRow('fixed-1400.pb.gz').click();
  const view = await DiffView.painted(window);
  await view.shows('h1', /^Flat/);
  await view.shows('.where', 'No allocation site grew beyond sampling noise.');
}

/** The number of the leaking line. */
export function leakingLine(workspace: Workspace, file = 'cache.go'): number {
  const lines = readFileSync(workspace.path(file), 'utf8').split('\n');
  return 1 + lines.findIndex(line => line.includes('c.entries[id] ='));
}

/** A click shows the line beside and leaves the focus in the panel. */
export async function leadsToLine(window: Window, workspace: Workspace, view: DiffView): Promise<void> {
  await view.clickBox(seen);
  await window.cursorLine('cache.go', leakingLine(workspace)).waitFor();
  assert.equal(await window.isFocused('cache.go'), false);
  await view.untilSelected(/seen/);
}

/** The line that leaks says so, behind it, over its function, beside it and in its hover, which is given. */
export async function saysSoAtItsLine(window: Window): Promise<Locator> {
  const editor = new SourceEditor(window, 'cache.go');
  assert.deepEqual(await editor.untilNotes(found => leak in found), { [leak]: leakNote });
  await editor.lens('▲ +349.5 MiB in itself · 96 % of growth · Show in flame graph').waitFor();
  await editor.untilBars(1);
  await window.command('View: Toggle Primary Side Bar Visibility');
  const hover = await editor.hover(leak);
  const text = ((await hover.textContent()) ?? '').replaceAll('\u00a0', ' ');
  for (const fact of [
    '▲ +349.5 MiB allocated here · 96 % of growth',
    '367.0 MiB → 716.4 MiB (inuse_space)',
    '933,543 → 1,807,077 objects, 416 B on average',
    '92 % of the 381.1 MiB allocated in between is still there',
    'rests on about 535 samples, ± 11.5 MiB',
    'called by main.(*server).accept ingest.go:60 +349.5 MiB',
    'Show in flame graph',
  ]) {
    assert.ok(text.includes(fact), `${fact} in ${text}`);
  }
  return hover;
}

/** The hover says why the line may leak. */
export async function saysWhy(hover: Locator): Promise<void> {
  await hover.getByText('Hint').waitFor();
  assert.match((await hover.textContent()) ?? '', /c\.entries/);
}

/** A file that is nowhere is named, with what was tried. `cache.go` has to be gone. */
export async function namesWhatIsMissing(view: DiffView): Promise<void> {
  await view.clickBox(seen);
  await view.shows('body', 'No file in the workspace matches /build/src/dedupe/cache.go');
}

/** Notes go with the switch and come back with it, and go with the panel. */
export async function hasQuietNotes(window: Window, editor: SourceEditor): Promise<void> {
  await window.command('Heap Diff: Toggle Growth in the Editor');
  await editor.untilNotes(found => Object.keys(found).length === 0);
  await window.command('Heap Diff: Toggle Growth in the Editor');
  await editor.untilNotes(found => leak in found);

  await window.page.locator('.tab', { hasText: '⇄' }).click({ button: 'middle' });
  await editor.untilNotes(found => Object.keys(found).length === 0);
  await editor.untilBars(0);
}

/** What is copied for an assistant has the line that leaks, in `file` as somebody outside would find it, with its source. */
export async function copiesForAi(window: Window, file: string): Promise<void> {
  await window.command('Heap Diff: Copy for AI');
  await window.page.getByText('Copied for an AI').first().waitFor();
  await window.page.context().grantPermissions(['clipboard-read']);
  const text = await window.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(Buffer.byteLength(text) <= 5_000);
  assert.match(text, /^\*\*\+365\.0 MiB\*\* .*96 % of the growth is allocated in /);
  assert.ok(text.includes(`\`main.(*dedupeCache).seen\` (\`${file}:39\`):\nA guess from the source`), text);
  assert.match(text, /\n {4}> 39 {5}c\.entries\[id\] = &sessionState/);
}

export const captures = ['one.pb.gz', 'three.pb.gz', 'five.pb.gz', 'seven.pb.gz'];

/** Copies every second capture of a leaking service beside its source. */
export function addCaptures(workspace: Workspace): void {
  const heaps = readdirSync(workspace.path('series/leaking')).filter(name => name.startsWith('heap-2'));
  for (const [i, name] of captures.entries()) {
    workspace.add(workspace.path(`series/leaking/${heaps.sort()[2 * i] ?? ''}`), name);
  }
}

/** The captures over time. */
export async function overTime(window: Window): Promise<DiffView> {
  await window.select(...captures);
  await window.choose('three.pb.gz', 'Show Heap Over Time');
  return DiffView.showing(window, '.chart-picture canvas');
}

/** In a series, a change leads to the diff of two captures, a site to its line. */
export async function leadsFromSeries(window: Window, view: DiffView): Promise<void> {
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
}

/** A folder is a series; what is no profile is named. */
export function addBroken(workspace: Workspace): void {
  workspace.write('series/leaking/heap-broken.pb.gz', 'not a profile');
}

/** The series of the folder with the broken file. */
export async function folderOverTime(window: Window): Promise<DiffView> {
  await window.file('series').click();
  await window.choose('leaking', 'Show Heap Over Time');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  await view.shows('h1', /^Staircase .* · 8 captures$/);
  await view.frame.locator('.fold summary').click();
  await view.shows('.fold', /heap-broken\.pb\.gz is not a heap profile/);
  await view.shows('.chart-legend', /rss .*requests/);
  await view.shows('.series-table', /after the load/);
  return view;
}
