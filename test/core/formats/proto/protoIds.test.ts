import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { IdTable } from '../../../../src/core/formats/proto/protoIds.ts';

function words(id: bigint): [low: number, high: number] {
  return [Number(BigInt.asIntN(32, id)), Number(BigInt.asIntN(32, id >> 32n))];
}

function tableOf(ids: readonly bigint[]): IdTable {
  const table = new IdTable('thing', ids.length);
  ids.forEach((id, row) => {
    table.add(...words(id), row);
  });
  return table;
}

test('finds rows and nothing else, whatever the ids are', () => {
  const anyId = fc.oneof(
    fc.bigInt({ min: 1n, max: 30n }),
    fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
    fc.constantFrom(2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n),
  );
  fc.assert(
    fc.property(fc.uniqueArray(anyId, { maxLength: 60 }), fc.array(anyId), (ids, others) => {
      const table = tableOf(ids);
      for (const id of [...ids, ...others, 0n])
        assert.equal(table.rowOf(...words(id)), ids.indexOf(id), String(id));
    }),
  );
});

test('does not take a large id for the small one that it ends in', () => {
  assert.equal(tableOf([1n, 2n]).rowOf(1, 1), -1);
  assert.equal(tableOf([2n, 1n]).rowOf(1, 1), -1);
});

test('knows ids that are numbered in order', () => {
  assert.ok(tableOf([1n, 2n, 3n]).sequential);
  assert.ok(!tableOf([1n, 3n, 2n]).sequential);
});

test('refuses id 0 and an id given twice, whether small, in order or large', () => {
  for (const ids of [[0n], [1n, 2n, 2n], [5n, 5n], [2n ** 40n, 2n ** 40n], [2n ** 60n, 2n ** 60n]]) {
    assert.throws(() => tableOf(ids), { code: 'malformed', offset: ids.length - 1 });
  }
});
