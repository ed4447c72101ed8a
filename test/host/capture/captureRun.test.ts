import assert from 'node:assert/strict';
import test from 'node:test';
import type { Captured } from '../../../src/host/capture/capture.ts';
import { CaptureRun, type Schedule } from '../../../src/host/capture/captureRun.ts';

/** A run that tells what happens, until it has ended. */
function begin(
  schedule: Schedule,
  take: (time: number, signal: AbortSignal) => Promise<Captured>,
  taken = 0,
) {
  const told: string[] = [];
  let times = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const run: CaptureRun = new CaptureRun(
    signal => take(++times, signal),
    schedule,
    {
      began: () => told.push('began'),
      captured: ({ file }) => told.push(file),
      failed: error => told.push(String(error)),
      ended: () => {
        told.push('ended');
        end();
      },
    },
    taken,
  );
  void run.start();
  return { run, told, ended };
}

const named = async (time: number): Promise<Captured> => ({
  file: `heap ${time}`,
  missing: [],
  isNoted: true,
  unwritten: [],
});

test('twice is twice, an interval apart', async () => {
  const began = Date.now();
  const { told, ended } = begin({ interval: 100, times: 2 }, named);
  await ended;
  assert.deepEqual(told, ['began', 'heap 1', 'began', 'heap 2', 'ended']);
  assert.ok(Date.now() - began >= 95);
});

test('what was begun before is counted', async () => {
  const { told, ended } = begin({ interval: 1, times: 2 }, named, 1);
  await ended;
  assert.deepEqual(told, ['began', 'heap 1', 'ended']);
});

test('a capture that fails does not end the run, which only a stop does', async () => {
  const { run, told, ended } = begin({ interval: 1, times: null }, async time => {
    if (time === 2) throw new Error('refused');
    if (time === 4) run.stop();
    return named(time);
  });
  await ended;
  assert.deepEqual(told.filter(each => each !== 'began').slice(0, 4), [
    'heap 1',
    'Error: refused',
    'heap 3',
    'ended',
  ]);
});

test('a pair waits for its second, and is none where already the first fails', async () => {
  const failing = (at: number) => async (time: number) => {
    if (time === at) throw new Error('refused');
    return named(time);
  };
  const second = begin({ interval: 1, times: 2 }, failing(2));
  await second.ended;
  assert.deepEqual(
    second.told.filter(each => each !== 'began'),
    ['heap 1', 'Error: refused', 'heap 3', 'ended'],
  );
  const first = begin({ interval: 1, times: 2 }, failing(1));
  await first.ended;
  assert.deepEqual(first.told, ['began', 'Error: refused', 'ended']);
});

test('there are never two captures at once', async () => {
  let running = 0;
  const { run, ended } = begin({ interval: 1, times: 3 }, async time => {
    assert.equal(++running, 1);
    run.now();
    await new Promise(resolve => setTimeout(resolve, 20));
    running--;
    return named(time);
  });
  await ended;
});

test('waiting can be cut short, and what is under way is ended by a stop and not told as a failure', async () => {
  const { run, told, ended } = begin({ interval: 3_600_000, times: null }, async (time, signal) => {
    if (time === 1) {
      setTimeout(() => run.now(), 5);
      return named(time);
    }
    setTimeout(() => run.stop(), 5);
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  });
  await ended;
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(told, ['began', 'heap 1', 'began', 'ended']);
});
