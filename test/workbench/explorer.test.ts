import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';

const openWindow = oneWindow();

const compare = 'Compare Heap Profiles';
const selectBase = 'Select as Heap Diff Base';
const compareWithBase = 'Compare with Heap Diff Base';
const overTime = 'Show Heap Over Time';
const ours = [compare, selectBase, compareWithBase, overTime, 'Open Heap Profile'];

const profiles = [
  'a.pb',
  'b.pprof',
  'c.prof',
  'd.heap',
  'e.heapprofile',
  'heap.1300',
  'allocs',
  'mem.out',
  'f.pb.gz.1',
];
const others = ['heap.go', 'notes.txt', 'archive.gz', 'heap.md', 'my.heap.ts'];

test('one profile opens as a flame graph of its own', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => workspace.add(workspace.path('heap-1400.pb.gz'), 'heap-1400.pprof'),
  });
  // A new window does not know at first what an extension opens.
  await window.untilOffered('heap-1400.pprof', 'Open Heap Profile');
  await window.file('heap-1400.pprof').dblclick();
  const view = await DiffView.painted(window);
  await view.shows('h1', /^748\.5 MiB/);
  await view.shows('.where', /96 % is allocated in \(\*dedupeCache\)\.seen/);
  assert.deepEqual(await view.choices(), ['inuse_space', 'Functions']);
  await window.screenshot('one profile');
});

test('a file that may be something else opens here on request', async t => {
  const { window } = await openWindow(t);
  await window.choose('heap-1300.pb.gz', 'Open Heap Profile');
  await (await DiffView.painted(window)).shows('h1', /^383\.6 MiB/);
});

test('a file that is not a profile says so and opens as text', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => workspace.write('notes.pprof', 'just some notes'),
  });
  await window.file('notes.pprof').dblclick();
  const view = await DiffView.failed(window);
  assert.match(await view.problem(), /^notes\.pprof is not a heap profile in a known format/);
  assert.ok(await view.button('Open as Binary').isVisible());
  await view.button('Open as Text').click();
  await window.page.locator('.view-line', { hasText: 'just some notes' }).waitFor();
});

test('the menu offers to compare what looks like a profile, and nothing else', async t => {
  const { window } = await openWindow(t, {
    prepare: workspace => {
      for (const name of [...profiles, ...others]) workspace.add(workspace.path('heap-1300.pb.gz'), name);
      mkdirSync(workspace.path('heap-folder'));
    },
  });
  const offered = async (name: string) =>
    (await window.contextMenu(name)).filter(title => ours.includes(title));

  for (const name of profiles) {
    assert.deepEqual(await offered(name), ['Open Heap Profile', selectBase], name);
  }
  for (const name of others) {
    assert.deepEqual(await offered(name), [], name);
  }
  assert.deepEqual(await offered('heap-folder'), [overTime]);
  for (const name of profiles) {
    await window.select('heap-1400.pb.gz', name);
    assert.deepEqual(await offered(name), [compare], `heap-1400.pb.gz and ${name}`);
  }
  await window.select('heap-1400.pb.gz', 'heap-folder');
  assert.deepEqual(await offered('heap-folder'), [overTime]);
  await window.select('heap-1300.pb.gz', 'heap-1400.pb.gz', 'a.pb');
  assert.deepEqual(await offered('a.pb'), [overTime]);
});
