import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import test from 'node:test';
import { windows } from './inWindow.ts';

const openWindow = windows();

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
