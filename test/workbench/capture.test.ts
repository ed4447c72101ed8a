import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { nobody, serve } from '../host/capture/localServer.ts';
import {
  answer,
  capture,
  captured,
  statusItem,
  toast,
  untilCaptured,
  untilWatching,
} from './captureSteps.ts';
import { DiffView } from './diffView.ts';
import { oneWindow, windows } from './inWindow.ts';
import { recordedServer, sampleServer } from './sampleServer.ts';
import { dedupe } from './workspace.ts';

const openWindow = oneWindow();
/** One that has seen no profile come. */
const openNewWindow = windows();

test('two captures of the running service, an interval apart, open as their diff', async t => {
  const service = await sampleServer(t);
  const { window, workspace } = await openWindow(t);
  await service.load(20_000);
  await capture(window, service.address, 'under load', 'Twice, an Interval Apart', '4 s');
  await untilCaptured(window, workspace, 1);
  await statusItem(window, 'Capture heap (1)').waitFor();
  await service.load(60_000);
  const view = await DiffView.painted(window);
  await view.shows('h1', /^\+\d+/);
  await view.shows('.where', /\(\*dedupeCache\)\.seen/);
  await window.screenshot('captured twice');
  await statusItem(window, 'Capture heap').waitFor({ state: 'detached' });
  const files = captured(workspace);
  assert.equal(files.length, 2);
  for (const file of files) assert.match(file, /^heap-\d{8}-\d{4}(\d\d)?-under-load\.pb\.gz$/);
  const series = JSON.parse(readFileSync(workspace.path('heap-profiles/heap-series.json'), 'utf8'));
  assert.deepEqual(
    series.captures.map(({ name, settled }: { name: string; settled: boolean }) => ({ name, settled })),
    [
      { name: 'under load', settled: false },
      { name: 'under load', settled: false },
    ],
  );
});

test('an address that is typed where one is to be chosen is an answer', async t => {
  const service = await sampleServer(t);
  const { window, workspace } = await openWindow(t);
  const ask = (): Promise<void> => window.command('Heap Diff: Capture Heap Profile…');
  await window.untilListed('Another Address…', ask);
  await window.fillQuickInput(new URL(service.address).host);
  await window.quickRow(service.address).waitFor();
  await window.page.keyboard.press('Enter');
  await answer(window, 'What is it called?', '');
  await window.quickRow('Once, Settled').waitFor();
  await window.page.keyboard.press('Enter');
  await untilCaptured(window, workspace, 1);
});

test('capturing goes on through failures until it is stopped, and is asked about after a reload', async t => {
  const recorded = await recordedServer(t);
  let isDown = false;
  const origin = await serve(t, (_, response) => {
    if (isDown) response.writeHead(503).end('down for a moment');
    else void fetch(`${recorded.address}?gc=1`).then(async heap => response.end(await heap.bytes()));
  });
  const { window, workspace } = await openWindow(t);
  await capture(window, `${origin}/debug/pprof/heap`, '', 'Again and Again until Stopped', '1 s');
  await untilCaptured(window, workspace, 2);
  isDown = true;
  await toast(window, 'answered 503 Service Unavailable: down for a moment').waitFor();
  isDown = false;
  const before = captured(workspace).length;
  await untilCaptured(window, workspace, before + 1);

  await window.untilSaved('"interval":1000');
  await window.reload();
  const question = toast(window, 'was capturing from');
  await question.getByRole('button', { name: 'Go On' }).click();
  const atReload = captured(workspace).length;
  await untilCaptured(window, workspace, atReload + 1);
  await statusItem(window, 'Capture heap (').click();
  await statusItem(window, 'Capture heap (').waitFor({ state: 'detached' });
  await window.screenshot('captures stopped');
  await toast(window, /Stopped capturing: \d+ heaps were captured/)
    .getByRole('button', { name: 'Compare the First with the Last' })
    .click();
  await (await DiffView.painted(window)).shows('h1', /^\+\d+/);
  const atStop = captured(workspace).length;
  await window.page.waitForTimeout(1500);
  assert.equal(captured(workspace).length, atStop);
});

test('notes that are not understood stay as they are, which is said', async t => {
  const recorded = await recordedServer(t);
  const notes = '{"version":1,"captures":[{"file":"heap-1.pb.gz","name":"before the load"},]}';
  const { window, workspace } = await openWindow(t, {
    prepare: workspace => {
      mkdirSync(workspace.path('heap-profiles'));
      workspace.write('heap-profiles/heap-series.json', notes);
    },
  });
  await capture(window, recorded.address, '', 'Once');
  await toast(window, 'heap-series.json is not understood, and is left as it is.').waitFor();
  await toast(window, /Captured heap-/).waitFor();
  assert.equal(captured(workspace).length, 1);
  assert.equal(readFileSync(workspace.path('heap-profiles/heap-series.json'), 'utf8'), notes);
});

test('a refusal is told, and a server that wants to know who asks is told after a question', async t => {
  const recorded = await recordedServer(t);
  const gone = await nobody(t);
  const guarded = await serve(t, (request, response) => {
    if (request.headers.authorization !== 'Bearer of-the-test') response.writeHead(401).end();
    else void fetch(`${recorded.address}?gc=1`).then(async heap => response.end(await heap.bytes()));
  });
  const elsewhere = await serve(t, (_, response) =>
    response.writeHead(302, { location: `${guarded}/debug/pprof/heap?gc=1` }).end(),
  );
  const { window, workspace } = await openWindow(t);
  await capture(window, `${gone}/debug/pprof/heap`, '', 'Once');
  await toast(window, 'refused the connection: nothing listens there').waitFor();
  assert.deepEqual(captured(workspace), []);

  await capture(window, `${elsewhere}/debug/pprof/heap`, 'settled', 'Once, Settled');
  await toast(window, `redirects to ${guarded}`).getByRole('button', { name: 'Capture from There' }).click();
  await toast(window, 'answered 401').getByRole('button', { name: 'Set Authorization Header…' }).click();
  await answer(window, 'Kept in the secret storage', 'Bearer of-the-test');
  await toast(window, /Captured heap-.*-settled\.pb\.gz/).waitFor();
  const json = readFileSync(workspace.path('heap-profiles/heap-series.json'), 'utf8');
  assert.equal(JSON.parse(json).captures[0].settled, true);
  assert.ok(!json.includes('of-the-test'));
});

test('a new profile of another tool is offered to be compared with the last one, once', async t => {
  const { window, workspace } = await openNewWindow(t, {
    prepare: workspace => {
      workspace.add(`${dedupe}/heap-1300.pb.gz`, 'first.pprof');
      // Later, and not of the heap.
      workspace.add(`${dedupe}/heap-1300.pb.gz`, 'cpu.pprof');
    },
  });
  await untilWatching(window, workspace);
  // The extension watches once it has started, of which there is nothing to see.
  await window.untilListed('Another Address…', () => window.command('Heap Diff: Capture Heap Profile…'));
  await window.page.keyboard.press('Escape');
  workspace.add(`${dedupe}/heap-1400.pb.gz`, 'second.pprof');
  const offer = toast(window, 'second.pprof is a new profile. The last one is first.pprof.');
  await offer.getByRole('button', { name: 'Compare with the Last One' }).click();
  await (await DiffView.painted(window)).shows('h1', '+365.0 MiB');
});
