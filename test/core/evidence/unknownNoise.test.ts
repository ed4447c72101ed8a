import assert from 'node:assert/strict';
import test from 'node:test';
import { unknownNoise } from '../../../src/core/evidence/unknownNoise.ts';

const sampled = { period: 524288, periodType: { type: 'space', unit: 'bytes' } };
const counted = { ...sampled, period: 1 };
const silent = { ...sampled, period: 0 };
const timed = { period: 1, periodType: { type: 'cpu-time', unit: 'nanoseconds' } };

test('what says how it was sampled, or that it was not, has no gap', () => {
  assert.deepEqual(unknownNoise([sampled, sampled]), []);
  assert.deepEqual(unknownNoise([counted, counted]), []);
});

test('what does not say so cannot tell noise, and it is said whose fault that is', () => {
  for (const one of [silent, timed]) {
    const [both] = unknownNoise([one, one]);
    assert.match(both?.why ?? '', /^neither file says whether memory was sampled/);
    const [other] = unknownNoise([sampled, one]);
    assert.match(other?.why ?? '', /^one of the files does not say/);
    assert.equal(other?.claim, 'how much of the change is sampling noise');
  }
});
