import assert from 'node:assert/strict';
import test from 'node:test';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';

const openWindow = oneWindow();

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
