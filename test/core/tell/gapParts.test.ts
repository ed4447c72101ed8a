import assert from 'node:assert/strict';
import test from 'node:test';
import { gapData, gapSection, noticeSection, typeData, typeLine } from '../../../src/core/tell/gapParts.ts';

const gap = {
  claim: 'whether it goes on',
  why: 'there is no third capture',
  closedBy: 'Take one.',
  closing: 'showSeries',
} as const;

test('gaps and notices are said, and nothing where there are none', () => {
  assert.deepEqual(gapSection([gap]).lines, [
    'Cannot tell:',
    '- Whether it goes on: there is no third capture. Take one.',
  ]);
  assert.deepEqual(gapSection([]).lines, []);
  assert.deepEqual(gapData([gap]), [{ claim: gap.claim, why: gap.why, closedBy: gap.closedBy }]);
  assert.deepEqual(noticeSection([{ kind: 'identical', text: 'Only one has a_b.', names: ['a_b'] }]).lines, [
    '> Only one has `a_b`.',
  ]);
});

test('the sample type is said with those that there are besides', () => {
  const [used, other] = [
    { type: 'inuse_space', unit: 'bytes' },
    { type: 'alloc_space', unit: 'bytes' },
  ];
  assert.equal(
    typeLine(used, [other, used]),
    'Sample type: `inuse_space` in `bytes`. There are also `alloc_space`: give sampleType.',
  );
  assert.equal(typeLine(used, [used]), 'Sample type: `inuse_space` in `bytes`. There is no other.');
  assert.deepEqual(typeData(used, [other, used]), { sampleType: used, otherSampleTypes: ['alloc_space'] });
});
