import assert from 'node:assert/strict';
import test from 'node:test';
import { bounds } from '../../../src/core/formats/limits.ts';
import { readProto } from '../../../src/core/formats/proto/protoReader.ts';
import { checkStackFrames } from '../../../src/core/formats/stackFrames.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';

function check(depth: number, lines: number, more: readonly string[] = []): void {
  const inlined = Array.from({ length: lines }, (_, i) => `f${i}`);
  const location = lines === 1 ? 'f' : inlined;
  const bytes = profileBytes({
    samples: [{ stack: [...new Array(depth).fill(location), ...more], values: [1] }],
  });
  const { samples, locations } = readProto(bytes);
  checkStackFrames(samples, locations);
}

test('counts inlined functions, and takes the deepest stack there may be', () => {
  check(bounds.stackFrames, 1);
  assert.throws(() => check(bounds.stackFrames + 1, 1), { code: 'tooLarge' });
  check(bounds.stackFrames / 100, 100);
  assert.throws(() => check(bounds.stackFrames / 100, 100, ['one']), { code: 'tooLarge' });
});

test('a stack with one location of many lines is not taken for one of many such', () => {
  const wide = Array.from({ length: 1000 }, (_, i) => `f${i}`);
  const stack = [wide, ...new Array<string>(200).fill('g')];
  assert.equal(readProto(profileBytes({ samples: [{ stack, values: [1] }] })).samples.stack.length, 201);
});
