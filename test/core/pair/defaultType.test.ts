import assert from 'node:assert/strict';
import test from 'node:test';
import { compare } from '../../../src/core/pair/comparison.ts';
import { defaultType } from '../../../src/core/pair/defaultType.ts';
import { profileOf } from '../answers/lookAt.ts';

/** The default of a pair whose columns hold what is written behind them, 1 where nothing is. */
function defaultOf(columns: string, own = ''): string {
  const typed = columns.split(', ').map(column => column.split('='));
  const profile = profileOf({
    sampleTypes: typed.map(([type = '']) => type),
    samples: [{ stack: ['f'], values: typed.map(([, value = '1']) => Number(value)) }],
    defaultSampleType: own,
  });
  return defaultType(compare([profile, profile]));
}

const cases: readonly [title: string, columns: string, expected: string, own?: string][] = [
  ['Go', 'alloc_objects/count, alloc_space/bytes, inuse_objects/count, inuse_space/bytes', 'inuse_space'],
  ['Go, captured for alloc', 'alloc_space/bytes, inuse_space/bytes', 'inuse_space', 'alloc_space'],
  ['an older format', 'space/bytes, objects/count', 'space'],
  [
    'dd-trace-rb',
    'cpu-time/nanoseconds, cpu-samples/count, wall-time/nanoseconds, alloc-samples/count, heap-live-samples/count, heap-live-size/bytes, timeline/nanoseconds',
    'heap-live-size',
  ],
  [
    'dd-trace-py',
    'wall-time/ns, alloc-samples/count, alloc-space/bytes, heap-space/bytes, lock-wait/ns',
    'heap-space',
  ],
  [
    '.NET',
    'cpu/nanoseconds, exception/count, alloc_samples/count, alloc_size/bytes, lock_count/count, lock_time/nanoseconds',
    'alloc_size',
  ],
  ['libdatadog', 'inuse-objects/count, inuse-space/bytes, wall/nanoseconds', 'inuse-space'],
  [
    'Perfetto',
    'Total malloc size/bytes, Unreleased malloc size/bytes, Unreleased malloc count/count',
    'Unreleased malloc size',
  ],
  ['kilobytes', 'live_kb/kb, wall/ms', 'live_kb'],
  ['a count before a time', 'requests/count, latency/ms', 'requests'],
  ['a CPU profile, whose samples are of its time', 'samples/count, cpu/nanoseconds', 'cpu'],
  ['waiting', 'contentions/count, delay/nanoseconds', 'delay'],
  ['goroutines', 'goroutine/count', 'goroutine'],
  ['all zero', 'inuse_space/bytes=0, alloc_space/bytes, wall/ns', 'alloc_space'],
  ['all zero but a time', 'inuse_space/bytes=0, heap-space/bytes=0, wall/ns', 'wall'],
  ['nothing in any', 'inuse_space/bytes=0, wall/ns=0', 'inuse_space'],
  ['the profile’s own of equals', 'a/x, b/x, c/x', 'b', 'b'],
  ['the last of equals', 'a/x, b/x', 'b'],
];

for (const [title, columns, expected, own] of cases) {
  test(`${title}: ${expected}`, () => assert.equal(defaultOf(columns, own), expected));
}
