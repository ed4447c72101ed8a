import assert from 'node:assert/strict';
import test from 'node:test';
import { leaksBeside, parseSeriesFile } from '../../../src/core/series/captureNotes.ts';

test('what somebody else made of the file is left out', () => {
  for (const json of ['', '[]', '{"version":2,"captures":[]}', '{"version":1,"captures":3}']) {
    assert.equal(parseSeriesFile(json).size, 0, json);
  }
  const captures = [
    { file: '../outside.pb.gz' },
    { file: 'C:\\outside.pb.gz' },
    { name: 'no file' },
    7,
    { file: 'heap.pb.gz', name: 3, settled: 'yes', goroutines: -1, metrics: '../x.csv' },
  ];
  assert.deepEqual(
    [...parseSeriesFile(JSON.stringify({ version: 1, captures })).values()],
    [
      {
        file: 'heap.pb.gz',
        time: '',
        name: '',
        settled: false,
        from: '',
        goroutines: null,
        leakedGoroutines: null,
        metrics: null,
      },
    ],
  );
});

test('leaked goroutines lie beside a heap that was captured', () => {
  assert.equal(leaksBeside('heap-20261125-1300-a.pb.gz'), 'goroutineleak-20261125-1300-a.pb.gz');
  assert.equal(leaksBeside('allocs-1.pb.gz'), null);
  assert.equal(leaksBeside('heap-1.heapprofile'), null);
});
