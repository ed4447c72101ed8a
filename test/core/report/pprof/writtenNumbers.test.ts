import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Sample } from 'pprof-format';
import { writtenNumbers } from '../../../../src/core/report/pprof/writtenNumbers.ts';

test('numbers are written as pprof-format writes a list of them', () => {
  const edges = [
    0,
    1,
    -1,
    127,
    128,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    -(2 ** 32),
    2 ** 35,
    2 ** 53 - 1,
    1 - 2 ** 53,
  ];
  const number = fc.oneof(
    fc.constantFrom(...edges),
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
    fc.constantFrom(0n, -1n, 2n ** 28n, 2n ** 53n, -(2n ** 63n), 2n ** 63n),
  );
  fc.assert(
    fc.property(fc.array(number), numbers => {
      const { bytes, start } = writtenNumbers(numbers);
      const each = numbers.map(one => Buffer.from(new Sample({ value: [one] }).encode().subarray(2)));
      numbers.forEach((_, i) => {
        assert.deepEqual(Buffer.from(bytes.subarray(start[i], start[i + 1])), each[i]);
      });
      assert.equal(
        start[numbers.length],
        each.reduce((sum, { length }) => sum + length, 0),
      );
    }),
  );
});
