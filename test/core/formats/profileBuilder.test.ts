import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '../../../src/core/formats/limits.ts';
import { ProfileBuilder } from '../../../src/core/formats/profileBuilder.ts';
import { checkProfile } from '../../fixtures/checkProfile.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';

const header = { format: 'v8', sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }] } as const;

test('equal functions and locations are one', () => {
  const builder = new ProfileBuilder();
  const f = builder.function('f', 'a.go', 1);
  assert.equal(builder.function('f', 'a.go', 1), f);
  assert.notEqual(builder.function('f', 'a.go', 2), f);
  assert.notEqual(builder.function('f', 'b.go', 1), f);
  const at = (line: number) => builder.location(0n, { function: f, line, column: 0 });
  assert.equal(at(7), at(7));
  assert.notEqual(at(7), at(8));
  assert.notEqual(builder.location(1n, undefined), builder.location(2n, undefined));
  builder.sample([at(7), builder.location(2n, undefined)], [5], 5);
  builder.sample([], [2 ** 60]);
  const profile = builder.build(header);
  checkProfile(profile);
  assert.deepEqual(dumpProfile(profile), ['inuse_space/bytes', '0x2;f@a.go:7 5 bytes:5', ` ${2n ** 60n}`]);
  assert.throws(() => profile.strings.get(profile.strings.length), RangeError);
});

test('bounds one stack and all of them', () => {
  const builder = new ProfileBuilder();
  const location = builder.location(1n, undefined);
  const deepest = new Array<number>(limits.stackFrames).fill(location);
  builder.sample(deepest, [1]);
  builder.build(header);
  assert.throws(
    () => {
      for (let i = 0; i < limits.allFrames / limits.stackFrames; i++) builder.sample(deepest, [1]);
    },
    { code: 'tooLarge' },
  );
  const tooDeep = new ProfileBuilder();
  tooDeep.sample([...deepest, tooDeep.location(1n, undefined)], [1]);
  assert.throws(() => tooDeep.build(header), { code: 'tooLarge' });
});
