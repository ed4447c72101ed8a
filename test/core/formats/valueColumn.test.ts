import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ValueColumnBuilder } from '../../../src/core/formats/valueColumn.ts';

function build(values: readonly bigint[]) {
  const builder = new ValueColumnBuilder(values.length);
  values.forEach((value, row) => {
    builder.setWords(row, Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value)));
  });
  return builder.build();
}

test('has words only where the absolute sum passes what doubles add up exactly', () => {
  assert.equal(build([2n ** 53n - 1n]).wide, undefined);
  assert.notEqual(build([2n ** 52n, -(2n ** 52n)]).wide, undefined);
});

test('gives back every 64-bit value, and their exact sum', () => {
  const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(fc.array(int64, { minLength: 1, maxLength: 50 }), small => {
      const values = [...small, 2n ** 62n];
      const { value, wide } = build(values);
      assert.ok(wide !== undefined);
      assert.deepEqual([...value], values.map(Number));
      const rows = values.map((_, row) => (BigInt(wide.high[row] ?? 0) << 32n) + BigInt(wide.low[row] ?? 0));
      assert.deepEqual(rows, values);
      const sum = (column: Float64Array) => BigInt(column.reduce((total, part) => total + part, 0));
      assert.equal(
        (sum(wide.high) << 32n) + sum(wide.low),
        values.reduce((total, v) => total + v, 0n),
      );
      assert.ok(wide.low.every(low => low >= 0 && low < 2 ** 32));
    }),
  );
});
