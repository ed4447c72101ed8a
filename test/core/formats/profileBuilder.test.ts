import assert from 'node:assert/strict';
import test from 'node:test';
import { bounds, defaultLimits } from '../../../src/core/formats/limits.ts';
import { ProfileBuilder } from '../../../src/core/formats/profileBuilder.ts';
import { checkProfile } from '../../fixtures/checkProfile.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';

const header = { format: 'v8', sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }] } as const;

test('equal functions and locations are one', () => {
  const builder = new ProfileBuilder(defaultLimits);
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
  const deepest = new Array<number>(bounds.stackFrames).fill(0);
  const builder = new ProfileBuilder({ ...defaultLimits, frames: 2 * bounds.stackFrames });
  builder.location(1n, undefined);
  builder.sample(deepest, [1]);
  builder.sample(deepest, [1]);
  builder.build(header);
  assert.throws(() => builder.sample([0], [1]), { code: 'overLimit', limit: 'frames' });
  const tooDeep = new ProfileBuilder(defaultLimits);
  tooDeep.location(1n, undefined);
  tooDeep.sample([...deepest, 0], [1]);
  assert.throws(() => tooDeep.build(header), { code: 'tooLarge' });
});

test('refuses more samples, labels, strings, functions and locations than the limits', () => {
  const small = { ...defaultLimits, samples: 3, labels: 1, strings: 3, locations: 2 };
  const cases: readonly (readonly [string, (builder: ProfileBuilder, i: number) => void])[] = [
    ['3 samples', builder => builder.sample([], [1])],
    ['1 labels', builder => builder.sample([], [1], 8)],
    ['3 strings', (builder, i) => builder.function(`f${i}`, 'a', 0)],
    ['2 functions', (builder, i) => builder.function('', '', i)],
    ['2 locations', (builder, i) => builder.location(BigInt(i), undefined)],
    ['2 locations', (builder, i) => builder.location(0n, { function: 0, line: i, column: 0 })],
  ];
  for (const [what, add] of cases) {
    const builder = new ProfileBuilder(small);
    assert.throws(
      () => {
        for (let i = 0; i < 4; i++) add(builder, i);
      },
      { code: 'overLimit', detail: `more than ${what}` },
    );
  }
});

test('cuts names that are no names any more, and counts them', () => {
  const builder = new ProfileBuilder(defaultLimits);
  builder.function('f'.repeat(bounds.nameLength), 'g'.repeat(bounds.nameLength + 1), 0);
  const { strings, cutNames } = builder.build(header);
  assert.deepEqual(
    [strings.get(1).length, strings.get(2).length, cutNames],
    [bounds.nameLength, bounds.nameLength, 1],
  );
});

test('keeps every column of many samples', () => {
  const builder = new ProfileBuilder(defaultLimits);
  for (let i = 0; i < 1000; i++) builder.sample([], [i, 2 * i]);
  const { samples } = builder.build({
    ...header,
    sampleTypes: [header.sampleTypes[0], header.sampleTypes[0]],
  });
  assert.deepEqual([samples.count, samples.values.map(({ value }) => value[999])], [1000, [999, 1998]]);
});
