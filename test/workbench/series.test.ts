import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { SourceEditor } from './sourceEditor.ts';
import { addBroken, addCaptures, folderOverTime, leadsFromSeries, overTime } from './stories.ts';
import type { Workspace } from './workspace.ts';

const openWindow = oneWindow();

test('a change leads to the diff of two captures, a site to its line', async t => {
  const { window } = await openWindow(t, { prepare: addCaptures });
  const view = await overTime(window);
  await leadsFromSeries(window, view);
});

test('a folder is a series; what is no profile is named, and the frame of a site is shown in the diff', async t => {
  const { window, workspace } = await openWindow(t, { prepare: addBroken });
  const view = await folderOverTime(window);

  workspace.remove('series/leaking/heap-broken.pb.gz');
  const [heap = ''] = readdirSync(workspace.path('series/fixed')).filter(name => name.startsWith('heap-2'));
  workspace.add(workspace.path(`series/fixed/${heap}`), 'series/leaking/heap-next.pb.gz');
  await view.shows('.banner', 'heap-next.pb.gz has been captured since the folder was read');
  workspace.remove('series/leaking/heap-next.pb.gz');
  await view.button('Reload').click();
  for (const gone of ['.banner', '.fold']) await view.frame.locator(gone).waitFor({ state: 'detached' });
  const known = [{ site: 'main.(*dedupeCache).seen', because: 'bounded' }];
  workspace.write('.heap-diff.json', JSON.stringify({ known }));
  await view.shows('.sentence', /1 known leak is set aside, /);
  workspace.remove('.heap-diff.json');
  await view.frame.locator('.site .name', { hasText: 'dedupeCache' }).first().dblclick();
  const diff = await DiffView.painted(window);
  await diff.shows('h1', /^\+/);
  await diff.untilSelected(/^main\.\(\*dedupeCache\)\.seen,/);
});

test('growth in a library is noted at the own line that calls it, where it leads', async t => {
  const own = 'main.main;main.(*server).accept@/build/src/dedupe/ingest.go:60';
  const { window } = await openWindow(t, {
    prepare: workspace => {
      mkdirSync(workspace.path('called'));
      for (let i = 1; i <= 4; i++) {
        const samples = samplesOf(
          `${own};encoding/json.Marshal@/usr/local/go/src/encoding/json/encode.go:240 ${i * 2 ** 20}`,
        );
        const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, i)) * 1_000_000n;
        workspace.write(`called/${i}.pb`, profileBytes({ samples, timeNanos }));
      }
    },
  });
  await window.select('called');
  await window.choose('called', 'Show Heap Over Time');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  await view.frame.locator('.grew-most').getByRole('button', { name: 'Open ingest.go:60' }).click();
  await window.cursorLine('ingest.go', 60).waitFor();
  const notes = await new SourceEditor(window, 'ingest.go').untilNotes(
    found => Object.keys(found).length > 0,
  );
  assert.match(
    Object.values(notes)[0] ?? '',
    /^▲ staircase over 4 captures, \+\S+ .* in json\.Marshal, called here$/,
  );
});

/** Heaps of three minutes with the goroutines that had leaked by then, 100 more in each, in a folder of the workspace. */
function captureLeaks(workspace: Workspace, folder: string): void {
  mkdirSync(workspace.path(folder), { recursive: true });
  const captures = [1, 2, 3].map(i => {
    const file = `heap-20261125-130${i}.pb.gz`;
    const timeNanos = BigInt(Date.UTC(2026, 10, 25, 13, i)) * 1_000_000n;
    const heap = { samples: samplesOf(`main.main;main.(*server).accept ${i * 2 ** 20}`), timeNanos };
    const waiting = 'main.(*server).accept@/build/src/dedupe/ingest.go:60;runtime.chansend1;runtime.gopark';
    const sampleTypes = ['goroutineleak/count'];
    const leaked = { sampleTypes, samples: samplesOf(`${waiting} ${i * 100}`), timeNanos };
    for (const [name, profile] of [
      [file, heap],
      [file.replace('heap', 'goroutineleak'), leaked],
    ] as const) {
      workspace.write(`${folder}/${name}`, gzipSync(profileBytes(profile)));
    }
    return { file, goroutines: 500, leakedGoroutines: i * 100 };
  });
  workspace.write(`${folder}/heap-series.json`, JSON.stringify({ version: 1, captures }));
}

test('how many goroutines have leaked leads to where they wait, from a pair too', async t => {
  const { window } = await openWindow(t, { prepare: workspace => captureLeaks(workspace, '.') });
  await window.select('heap-20261125-1301.pb.gz', 'heap-20261125-1303.pb.gz');
  await window.choose('heap-20261125-1303.pb.gz', 'Compare Heap Profiles');
  const view = await DiffView.painted(window);
  await view.shows('.leaked .said', /^300 goroutines have leaked, 100 at the base: nothing can wake them/);
  await window.command('Heap Diff: Copy for AI');
  await window.page.getByText('Copied for an AI').first().waitFor();
  await window.page.context().grantPermissions(['clipboard-read']);
  const copied = await window.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /\n> 300 goroutines have leaked, 100 at the base: /);
  await window.command('Heap Diff: Swap Base and Current');
  await view.shows('.leaked .said', /^100 goroutines have leaked, 300 at the base: /);
  await window.command('Heap Diff: Swap Base and Current');
  await view.shows('.leaked .said', /^300 goroutines have leaked, /);
  await view.frame.getByRole('button', { name: 'Show where they wait' }).click();
  await window.page.getByRole('tab', { name: /goroutineleak/ }).waitFor();
  const leaks = await DiffView.painted(window);
  await leaks.shows('h1', /^\+200 leaked goroutines/);
  await leaks.shows('.where', /\(\*server\)\.accept/);
});

test('how many goroutines have leaked leads to where they wait', async t => {
  const { window } = await openWindow(t, { prepare: workspace => captureLeaks(workspace, 'waiting') });
  await window.select('waiting');
  await window.choose('waiting', 'Show Heap Over Time');
  const view = await DiffView.showing(window, '.chart-picture canvas');
  await view.shows('.series-notice', /^300 goroutines have leaked, 100 when first counted: /);
  await view.frame.getByRole('button', { name: /^300 leaked: compare those of / }).click();
  const diff = await DiffView.painted(window);
  await diff.shows('h1', /^\+100 leaked goroutines/);
  await window.command('View: Close Editor');
  await window.page.getByRole('tab', { name: /goroutineleak/ }).waitFor({ state: 'detached' });
  const again = await DiffView.showing(window, '.chart-picture canvas');
  await again.frame.getByRole('button', { name: 'Show where the leaked goroutines wait' }).click();
  const whole = await DiffView.showing(window, '#tab-flame');
  await whole.shows('h1', /^\+200 leaked goroutines/);
  await whole.shows('.where', /\(\*server\)\.accept/);
});

test('two folders selected in the explorer are held against each other, and swapped', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => {
      for (const [from, to] of [
        ['leaking', 'before'],
        ['fixed', 'after'],
      ] as const) {
        cpSync(workspace.path(`series/${from}`), workspace.path(to), { recursive: true });
      }
    },
  });
  await window.select('before', 'after');
  await window.choose('after', 'Compare Before and After a Fix');
  const view = await DiffView.showing(window, '.fix canvas');
  await view.shows('h1', /^Fixed inuse_space · 8 captures before, 8 after$/);
  await view.icon('Swap before and after').click();
  await view.shows('h1', /^Cannot say /);
  await view.icon('Swap before and after').click();
  await view.shows('h1', /^Fixed /);
  await view.choose('Sample type', 'inuse_objects');
  await view.shows('h1', /^Fixed inuse_objects /);
});

test('profiles selected in the explorer are shown over time, also after a reload', async t => {
  const { window } = await openWindow(t, { prepare: addCaptures });
  const view = await overTime(window);
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
