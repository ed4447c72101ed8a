import assert from 'node:assert/strict';
import test from 'node:test';
import { isParking } from '../../../src/core/names/parking.ts';

test('the runtime puts goroutines to sleep, whoever waits does not', () => {
  const parking = ['runtime.gopark', 'runtime.selectgo', 'runtime.chanrecv1', 'runtime.netpollblock'];
  parking.push('sync.runtime_SemacquireMutex', 'internal/poll.(*FD).Read', 'internal/poll.runtime_pollWait');
  for (const name of parking) assert.equal(isParking(name), true, name);
  for (const name of [
    'sync.(*WaitGroup).Wait',
    'time.Sleep',
    'main.worker',
    'net.(*conn).Read',
    'runtimex.f',
  ]) {
    assert.equal(isParking(name), false, name);
  }
});
