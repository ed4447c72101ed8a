import assert from 'node:assert/strict';
import { appendFileSync, chmodSync } from 'node:fs';
import test, { after, type TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import { freePort } from '../setup/codeServer.ts';
import { DiffView } from './diffView.ts';
import { ExtensionHost, faults } from './extensionHost.ts';
import { type Opened, type OpenWindow, oneWindow, type WindowOptions, windows } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { addCaptures, captures } from './stories.ts';
import type { Window } from './window.ts';

interface Inspected extends Opened {
  readonly host: ExtensionHost;
}

/** What gives a window that the tests share, and what gives a test one of its own, that it may reload. */
const shared = inspected(oneWindow());
const own = inspected(windows());

/** Windows with a view of their engines, to which things can happen. */
function inspected(open: OpenWindow): (t: TestContext, options?: WindowOptions) => Promise<Inspected> {
  let last: { readonly window: Window; readonly host: ExtensionHost } | undefined;
  after(() => last?.host.end());
  return async (t, options) => {
    const port = await freePort();
    const opened = await open(t, { ...options, port });
    if (last?.window !== opened.window) {
      last?.host.end();
      last = { window: opened.window, host: await ExtensionHost.attach(port) };
    }
    const { host } = last;
    // Those that wait for another comparison, from the tests before: things happen to the ones that begin.
    host.killEngines();
    await host.untilEngines(0);
    t.after(() => host.onEngines());
    return { ...opened, host };
  };
}

async function compare(window: Window, base = 'heap-1300.pb.gz', current = 'heap-1400.pb.gz'): Promise<void> {
  await window.select(base, current);
  await window.choose(current, 'Compare Heap Profiles');
}

const tabs = (window: Window): Locator => window.page.locator('.tabs-container .tab');

/** How many suspects the activity bar counts. */
const badge = (window: Window): Locator =>
  window.page
    .locator('.activitybar .action-item', { has: window.page.locator('[aria-label^="Heap Diff"]') })
    .locator('.badge-content:visible');

const whole = async (window: Window): Promise<void> => {
  // Not the panel that stood there before it, and goes.
  const view = await DiffView.showing(window, '.files:has-text("current heap-1400.pb.gz")');
  await view.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
  await view.shows('h1', '+365.0 MiB');
};

const steps = [
  ['decoding', 'Decoding the profiles…'],
  ['view', 'Comparing…'],
] as const;

test('an engine that ends is said to have; Reload, or comparing again, brings another', async t => {
  const { window, host } = await shared(t);
  await compare(window);
  await whole(window);
  await host.untilEngines(1);
  host.killEngines();
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^Heap Diff stopped on an error of its own: .* Reload to try again/);
  // The next one does not get far.
  host.onEngines('decoding', faults.ends);
  await failed.button('Reload').click();
  await failed.shows('main.problem [role="alert"]', 'the engine ended with code 7');
  host.onEngines();
  await failed.button('Reload').click();
  await whole(window);
  await host.untilEngines(1);
  host.killEngines();
  await DiffView.failed(window);
  await compare(window);
  await whole(window);
  assert.equal(await tabs(window).count(), 1);
});

for (const [step, text] of steps) {
  test(`"${text}" can be cancelled, tried again, and closed, each with its engine`, async t => {
    const { window, host } = await shared(t);
    host.onEngines(step);
    await compare(window);
    await (await DiffView.busyWith(window, text)).button('Cancel').click();
    const cancelled = await DiffView.failed(window);
    assert.equal(await cancelled.problem(), 'Reading was cancelled.');
    await host.untilEngines(0);
    await cancelled.button('Reload').click();
    await DiffView.busyWith(window, text);
    await host.untilEngines(1);
    await window.command('View: Close All Editors');
    await tabs(window).waitFor({ state: 'detached' });
    const closed = performance.now();
    await host.untilEngines(0);
    t.diagnostic(`the engine was gone ${Math.round(performance.now() - closed)} ms after its tab`);
    host.onEngines();
    await compare(window);
    await whole(window);
  });
}

test('a series can be cancelled while it is read; a thread that ends is said to have, and Reload brings another', async t => {
  const { window, host } = await shared(t, { prepare: addCaptures });
  host.onEngines('decoding', faults.hangs);
  await window.select(...captures);
  await window.choose('three.pb.gz', 'Show Heap Over Time');
  await (await DiffView.busyWith(window, 'Reading capture 1 of 4…')).button('Cancel').click();
  const cancelled = await DiffView.failed(window);
  assert.equal(await cancelled.problem(), 'Reading was cancelled.');
  await host.untilEngines(0);
  host.onEngines();
  await cancelled.button('Reload').click();
  await (await DiffView.showing(window, '.chart-picture canvas')).shows('h1', /· 4 captures$/);
  host.killEngines();
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^Heap Diff stopped on an error of its own: .* Reload to try again/);
  await failed.button('Reload').click();
  await (await DiffView.showing(window, '.chart-picture canvas')).shows('h1', /· 4 captures$/);
  await window.command('View: Close All Editors');
  await tabs(window).waitFor({ state: 'detached' });
  // What the closed one had is what the next one takes.
  await window.select(...captures);
  await window.choose('three.pb.gz', 'Show Heap Over Time');
  await (await DiffView.showing(window, '.chart-picture canvas')).shows('h1', /· 4 captures$/);
  await host.untilEngines(1);
});

test('a capture that comes while its folder is read is said to have', async t => {
  const { window, workspace, host } = await shared(t);
  host.onEngines('decoding', faults.waitsFor(workspace.path('go on')));
  for (const folder of ['series', 'leaking']) await window.file(folder).click();
  await window.choose('leaking', 'Show Heap Over Time');
  await DiffView.busyWith(window, 'Reading capture 1 of ');
  workspace.add(workspace.path('heap-1400.pb.gz'), 'series/leaking/heap-next.pb.gz');
  await window.file('heap-next.pb.gz').waitFor();
  workspace.write('go on', '');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  await view.shows('.banner', 'heap-next.pb.gz has been captured since the folder was read');
  await view.button('Reload').click();
  await view.frame.locator('.banner').waitFor({ state: 'detached' });
});

test('a panel that is closed while it copies complains of nothing', async t => {
  const { window, workspace, host } = await shared(t);
  workspace.write('go on', '');
  host.onEngines('view', faults.waitsFor(workspace.path('go on')));
  await compare(window);
  await whole(window);
  workspace.remove('go on');
  const view = await DiffView.painted(window);
  await view.choose('Granularity', 'Lines');
  await view.chooseFrom('Copy and save', 'Copy for AI');
  await window.page.locator('.statusbar-item', { hasText: 'Finding the source of what grew…' }).waitFor();
  await window.command('View: Close All Editors');
  await tabs(window).waitFor({ state: 'detached' });
  await host.untilEngines(0);
  await window.command('Notifications: Show Notifications');
  const told = window.page.locator('.notification-list-item-message', { hasText: /stopped|taken back/ });
  assert.equal(await told.count(), 0);
  await window.command('Notifications: Clear All Notifications');
});

test('with its engine, what was noted of a comparison in source and among the suspects goes', async t => {
  const { window, host } = await shared(t);
  await compare(window);
  const view = await DiffView.painted(window);
  await view.clickBox('main.(*server).ingest', { modifiers: ['ControlOrMeta'] });
  const editor = new SourceEditor(window, 'ingest.go');
  await editor.untilNotes(found => Object.keys(found).length > 0);
  await badge(window).waitFor();
  host.killEngines();
  await DiffView.failed(window);
  await badge(window).waitFor({ state: 'hidden' });
  await editor.untilNotes(found => Object.keys(found).length === 0);
});

test('a comparison that opens behind another leaves the suspects to that one until it is looked at', async t => {
  const { window, workspace, host } = await shared(t, {
    prepare: workspace => {
      workspace.add(workspace.path('fixed-1400.pb.gz'), 'a-late.pb.gz');
      workspace.add(workspace.path('fixed-1300.pb.gz'), 'b-early.pb.gz');
    },
  });
  host.onEngines('decoding', faults.waitsFor(workspace.path('go on')));
  await compare(window, 'a-late.pb.gz', 'b-early.pb.gz');
  await DiffView.busyWith(window, 'Decoding the profiles…');
  host.onEngines();
  await compare(window);
  await whole(window);
  const suspects = badge(window).filter({ hasText: '2' });
  await suspects.waitFor();
  workspace.write('go on', '');
  // In order of time once they are open.
  const behind = window.page.locator('.tab', { hasText: 'b-early.pb.gz ⇄ a-late.pb.gz' });
  await behind.waitFor();
  // That one has no line that grew: the walk goes on through those of the one in front.
  await window.command('Heap Diff: Go to Next Growth');
  await window.page.locator('.tab', { hasText: /^(cache|ingest)\.go$/ }).waitFor();
  assert.equal(await suspects.count(), 1);
  await behind.click();
  await badge(window).waitFor({ state: 'hidden' });
});

test('a file that grows while it is decoded is shown as it was, and said to have changed', async t => {
  const { window, workspace, host } = await shared(t);
  host.onEngines('decoding', faults.waitsFor(workspace.path('go on')));
  await compare(window);
  await DiffView.busyWith(window, 'Decoding the profiles…');
  appendFileSync(workspace.path('heap-1400.pb.gz'), 'and so on');
  workspace.write('go on', '');
  await whole(window);
  const view = await DiffView.painted(window);
  await view.shows(
    '.banner',
    'heap-1400.pb.gz has changed since it was read. Reload to see the new content.',
  );
  await view.button('Reload').click();
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^heap-1400\.pb\.gz cannot be decompressed: .*capture it again\.$/);
});

test('a file that may not be read is said to be so, until it may', async t => {
  const { window, workspace, host } = await shared(t);
  await compare(window);
  await whole(window);
  chmodSync(workspace.path('..'), 0o755);
  chmodSync(workspace.path('heap-1400.pb.gz'), 0);
  // Root may read all, and is made nobody for a while.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await host.evaluate('process.seteuid(65534)');
  await host.untilEngines(1);
  host.killEngines();
  await (await DiffView.failed(window)).button('Reload').click();
  const failed = await DiffView.failed(window);
  await failed.shows(
    'main.problem [role="alert"]',
    /^heap-1400\.pb\.gz may not be read \(.*\): permission denied\.$/,
  );
  if (isRoot) await host.evaluate('process.seteuid(0)');
  chmodSync(workspace.path('heap-1400.pb.gz'), 0o644);
  await failed.button('Reload').click();
  await whole(window);
});

test('the same pair is shown once; twenty are open at once, and give their memory back', async t => {
  const names = Array.from({ length: 20 }, (_, i) => `later-${i}.pb.gz`);
  const { window, host } = await shared(t, {
    prepare: workspace => {
      for (const name of names) workspace.add(workspace.path('heap-1400.pb.gz'), name);
    },
  });
  // The explorer has to show all their rows, behind those of folders that are unfolded.
  await window.page.setViewportSize({ width: 1440, height: 1600 });
  await compare(window);
  await whole(window);
  const before = await host.memory();
  await compare(window, 'heap-1400.pb.gz', 'heap-1300.pb.gz');
  await whole(window);
  assert.equal(await tabs(window).count(), 1);
  for (const name of names) {
    await compare(window, 'heap-1300.pb.gz', name);
    // It takes the focus once it is there.
    await DiffView.showing(window, `body[data-painted="true"] .files:has-text("${name}")`);
  }
  await host.untilEngines(1 + names.length);
  const most = await host.memory();
  await compare(window);
  await whole(window);
  assert.equal(await tabs(window).count(), 1 + names.length);
  await window.command('View: Close All Editors');
  await tabs(window).first().waitFor({ state: 'detached' });
  const closed = performance.now();
  // Two wait for the next comparisons.
  await host.untilEngines(2);
  const took = Math.round(performance.now() - closed);
  assert.ok(took < 5_000, `${took} ms until the other engines were gone`);
  await compare(window);
  await whole(window);
  await host.untilEngines(2);
  await window.command('View: Close All Editors');
  await tabs(window).first().waitFor({ state: 'detached' });
  const halfway = (before + most) / 2;
  const left = await host.untilMemory(halfway);
  t.diagnostic(`${[before, most, left].map(Math.round).join(', ')} MiB with one, twenty-one and none`);
});

for (const [step, text] of steps) {
  test(`a window that is reloaded at "${text}" comes back whole`, async t => {
    const { window, host } = await own(t);
    host.onEngines(step, faults.hangs);
    await compare(window);
    await DiffView.busyWith(window, text);
    await window.untilSaved('"isOrdered":');
    await window.reload();
    host.end();
    await whole(window);
  });
}
