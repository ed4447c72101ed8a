import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { findMessages } from '../../../../src/core/formats/proto/protoLayout.ts';
import { block, bytesOf, int } from '../../../fixtures/wireWriter.ts';

const smallest = [block(6), block(1)];

test('finds messages of every size, in any order, and all other fields whole', () => {
  const sizes = [0, 1, 127, 128, 16_383, 16_384, 70_000];
  const strings = sizes.map(size => block(6, 'x'.repeat(size)));
  const bytes = bytesOf(...smallest, int(9, 5), ...strings, block(99, 'abc'), block(3, 'm'));
  const layout = findMessages(bytes, defaultLimits);
  const found = Array.from(
    { length: layout.strings.length },
    (_, i) => layout.strings.stop(i) - layout.strings.start(i),
  );
  assert.deepEqual(found, [0, ...sizes]);
  assert.equal(layout.mappings.length, 1);
  const whole = Array.from({ length: layout.header.length }, (_, i) => [
    ...bytes.subarray(layout.header.start(i), layout.header.stop(i)),
  ]);
  assert.deepEqual(whole, [int(9, 5), block(99, 'abc')]);
});

test('refuses a file without strings or sample types, and values that cannot be there', () => {
  assert.throws(() => findMessages(bytesOf(block(1)), defaultLimits), {
    code: 'malformed',
    message: /string table/,
  });
  assert.throws(() => findMessages(bytesOf(block(6)), defaultLimits), {
    code: 'malformed',
    message: /sample types/,
  });
  assert.throws(() => findMessages(bytesOf(block(6, 'x'), block(1)), defaultLimits), {
    code: 'malformed',
    offset: 2,
  });
  assert.throws(() => findMessages(bytesOf(...smallest, block(2)), defaultLimits), {
    code: 'malformed',
    message: /fewer than 1/,
  });
});

test('refuses more of anything than the limits, before it is read', () => {
  const small = { ...defaultLimits, samples: 2, strings: 2, locations: 2 };
  const cases = [
    [2, 'more than 2 samples', 'samples'],
    [3, 'more than 2 mappings', 'locations'],
    [4, 'more than 2 locations', 'locations'],
    [5, 'more than 2 functions', 'locations'],
    [6, 'more than 2 strings', 'strings'],
    [99, 'more than 2 other fields', 'strings'],
  ] as const;
  for (const [field, detail, limit] of cases) {
    const bytes = bytesOf(...smallest, block(field, 'x'), block(field, 'x'), block(field, 'x'));
    assert.throws(() => findMessages(bytes, small), { code: 'overLimit', detail, limit });
  }
  const types = Array.from({ length: 5 }, () => block(1));
  const bytes = bytesOf(block(6), ...types, block(2, '12345'), block(2, '12345'));
  findMessages(bytes, { ...defaultLimits, samples: 3 });
  const two = { ...defaultLimits, samples: 2 };
  assert.throws(() => findMessages(bytes, two), {
    code: 'overLimit',
    detail: 'more than 8 values of samples',
  });
});
