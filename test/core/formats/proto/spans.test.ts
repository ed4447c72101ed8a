import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';

test('keeps every span while it grows', () => {
  const spans = new Spans('strings', defaultLimits, 'strings');
  for (let i = 0; i < 1000; i++) spans.add(10 * i, 10 * i + (i % 10));
  assert.equal(spans.length, 1000);
  for (let i = 0; i < 1000; i++)
    assert.deepEqual([spans.start(i), spans.stop(i)], [10 * i, 10 * i + (i % 10)]);
  assert.equal(spans.bytes, 4500);
});

test('refuses more than the limit, and makes no room for more', () => {
  const spans = new Spans('strings', { ...defaultLimits, strings: 100 }, 'comments', 1_000_000_000);
  for (let i = 0; i < 100; i++) spans.add(i, i + 1);
  assert.throws(() => spans.add(0, 0), {
    code: 'overLimit',
    limit: 'strings',
    detail: 'more than 100 comments',
  });
});
