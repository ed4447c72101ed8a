import assert from 'node:assert/strict';
import test from 'node:test';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';

test('keeps every span while it grows', () => {
  const spans = new Spans();
  for (let i = 0; i < 1000; i++) spans.add(10 * i, 10 * i + (i % 10));
  assert.equal(spans.length, 1000);
  for (let i = 0; i < 1000; i++)
    assert.deepEqual([spans.start(i), spans.stop(i)], [10 * i, 10 * i + (i % 10)]);
  assert.equal(spans.bytes, 4500);
});
