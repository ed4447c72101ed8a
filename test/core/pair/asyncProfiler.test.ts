import assert from 'node:assert/strict';
import test from 'node:test';
import { isOfAsyncProfiler } from '../../../src/core/pair/asyncProfiler.ts';

test('async-profiler is told by the comment that it writes', () => {
  assert.equal(isOfAsyncProfiler({ comments: ['a', 'Produced by async-profiler'] }), true);
  assert.equal(isOfAsyncProfiler({ comments: ['Produced by others'] }), false);
});
