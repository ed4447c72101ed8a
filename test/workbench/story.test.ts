import test from 'node:test';
import { systemTools } from '../setup/systemTools.ts';
import { capture, captured, statusItem, toast, untilCaptured } from './captureSteps.ts';
import { DiffView } from './diffView.ts';
import { windows } from './inWindow.ts';
import { runningService } from './sampleServer.ts';

const openWindow = windows();
const skip = systemTools.go.find() === undefined ? 'go is missing (golang-go)' : false;
/** Line of the sample service that adds to the map. */
const leakingLine = 39;

test('from a heap that grows to a fix that is verified', { skip }, async t => {
  const service = await runningService(t);
  const { window, workspace } = await openWindow(t);
  const stopLoading = service.keepLoading();
  t.after(stopLoading);

  // In two seconds a busy machine may serve so little that its growth is within sampling noise.
  await capture(window, service.address, 'leaking', 'Twice, an Interval Apart', '8 s');
  const diff = await DiffView.painted(window);
  await diff.shows('h1', /^\+\d/);
  await diff.clickBox('main.(*dedupeCache).seen', { modifiers: ['ControlOrMeta'] });
  await window.cursorLine('cache.go', leakingLine).waitFor();

  await capture(window, service.address, 'leaking', 'Again and Again until Stopped', '2 s');
  // A map that grows gives its smaller self back: of a few captures that makes no trend.
  await untilCaptured(window, workspace, 14);
  await statusItem(window, 'Capture heap (').click();
  await toast(window, 'Stopped capturing').getByRole('button', { name: 'Show Heap Over Time' }).click();
  const leaking = await DiffView.showing(window, 'main.series');
  await leaking.shows('h1', 'Staircase');
  await leaking.shows('.series-sites', '(*dedupeCache).seen');
  await window.screenshot('story leaking');

  await service.restart(['-fixed', '-ttl', '1s']);
  const before = captured(workspace).length;
  await capture(window, service.address, 'fixed', 'Again and Again until Stopped', '2 s');
  await untilCaptured(window, workspace, before + 6);
  stopLoading();
  await statusItem(window, 'Capture heap (').click();
  await toast(window, 'Stopped capturing').waitFor();

  await window.command('View: Close All Editors');
  await window.choose('heap-profiles', 'Show Heap Over Time');
  const whole = await DiffView.showing(window, 'main.series');
  await whole.choose('Where the fix went in', `before ${before + 1}: fixed`);
  await whole.shows('h2', 'Before and after the fix: Fixed');
  await whole.shows('.fix-sentence', '(*dedupeCache).seen');
  await window.screenshot('story fixed');
});
