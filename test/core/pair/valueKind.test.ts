import assert from 'node:assert/strict';
import test from 'node:test';
import { valueKind } from '../../../src/core/pair/valueKind.ts';

const kindOf = (text: string): string => {
  const types = text.split(', ').map(each => {
    const [type = '', unit = ''] = each.split('/');
    return { type, unit };
  });
  return valueKind(types[0] ?? { type: '', unit: '' }, types);
};

const cases: readonly (readonly [types: string, kind: string])[] = [
  ['inuse_space/bytes', 'memory'],
  ['inuse_objects/count', 'memory'],
  ['alloc-samples/count, cpu-time/ns', 'memory'],
  ['heap-live-size/bytes', 'memory'],
  ['resident/kb', 'memory'],
  ['cpu/nanoseconds, samples/count', 'time'],
  ['samples/count, cpu/nanoseconds', 'time'],
  ['wall/microseconds', 'time'],
  ['goroutine/count', 'goroutines'],
  ['goroutineleak/count', 'leakedGoroutines'],
  ['threadcreate/count', 'threads'],
  ['delay/nanoseconds', 'waiting'],
  ['contentions/count, delay/nanoseconds', 'waiting'],
  ['lock_time/nanoseconds', 'waiting'],
  ['exception/count', 'exceptions'],
  ['samples/count', 'other'],
  ['requests/count', 'other'],
];
for (const [types, kind] of cases) test(`${types}: ${kind}`, () => assert.equal(kindOf(types), kind));
