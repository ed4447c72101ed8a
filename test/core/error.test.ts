import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../src/core/error.ts';

test('the message tells the detail, and where in the file if it is known', () => {
  const inFile = new ProfileError('truncated', 'the string table ends early', 17);
  assert.equal(inFile.message, 'the string table ends early (at byte 17)');
  assert.equal(inFile.offset, 17);
  const inPair = new ProfileError('noCommonSampleType', 'one counts samples, the other bytes');
  assert.equal(inPair.message, 'one counts samples, the other bytes');
  assert.deepEqual(
    [inPair.name, inPair.code, inPair.offset],
    ['ProfileError', 'noCommonSampleType', undefined],
  );
});
