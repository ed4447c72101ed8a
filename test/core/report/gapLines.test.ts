import assert from 'node:assert/strict';
import test from 'node:test';
import { gapLines } from '../../../src/core/report/gapLines.ts';

test('a section with an item for each gap, and none without', () => {
  const gap = {
    claim: 'whether it grew',
    why: 'nobody looked',
    closedBy: 'Look.',
    closing: 'chooseAgain',
  } as const;
  assert.deepEqual(gapLines([gap]), [
    '',
    'What these files cannot tell:',
    '',
    '- Whether it grew: nobody looked. Look.',
  ]);
  assert.deepEqual(gapLines([]), []);
});
