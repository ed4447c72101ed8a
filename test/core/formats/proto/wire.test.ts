import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { WireCursor } from '../../../../src/core/formats/proto/wire.ts';
import { block, bytesOf, int, tag, varint } from '../../../fixtures/wireWriter.ts';

test('reads every 64-bit number, however long it is written', () => {
  const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(
      fc.oneof(uint64, fc.bigInt({ min: 0n, max: 300n })),
      fc.integer({ min: 1, max: 10 }),
      (value, atLeast) => {
        const cursor = new WireCursor(bytesOf(tag(5, 0), varint(value, atLeast)));
        assert.ok(cursor.next());
        assert.equal(cursor.field, 5);
        assert.equal(cursor.bigUnsigned(), value);
        assert.equal(cursor.bigSigned(), BigInt.asIntN(64, value));
        assert.equal(cursor.signed(), Number(BigInt.asIntN(64, value)));
        assert.ok(!cursor.next());
      },
    ),
  );
});

test('steps over fields of every wire type', () => {
  const bytes = bytesOf(
    [...tag(2, 1), ...Array(8).fill(1)],
    block(3, 'abc'),
    [...tag(4, 5), 1, 2, 3, 4],
    int(2 ** 29 - 1, 1),
  );
  const cursor = new WireCursor(bytes);
  const fields: number[] = [];
  while (cursor.next()) {
    fields.push(cursor.field, cursor.wireType);
    if (cursor.field === 3) assert.deepEqual([...bytes.subarray(cursor.start, cursor.stop)], [97, 98, 99]);
  }
  assert.deepEqual(fields, [2, 1, 3, 2, 4, 5, 2 ** 29 - 1, 0]);
});

test('tells the end of the input from the end of a message', () => {
  const bytes = bytesOf(block(3, 'abc'));
  assert.throws(() => new WireCursor(bytes.subarray(0, 3)).next(), { code: 'truncated', offset: 2 });
  const inner = new WireCursor(bytes);
  inner.enter(0, 4);
  assert.throws(() => inner.next(), { code: 'malformed', offset: 2 });
  assert.throws(() => new WireCursor(bytesOf(tag(1, 2), varint(2n ** 63n))).next(), { code: 'truncated' });
  assert.throws(() => new WireCursor(bytesOf(tag(1, 2), varint(2n ** 32n + 1n), [0])).next(), {
    code: 'truncated',
  });
});

test('checks string indices and wire types', () => {
  const at = (value: number | bigint) => {
    const cursor = new WireCursor(bytesOf(int(1, value)));
    cursor.next();
    return cursor;
  };
  assert.equal(at(4).string(5), 4);
  for (const value of [5, -1, 2n ** 31n, 2n ** 32n, 2n ** 63n]) {
    assert.throws(() => at(value).string(5), { code: 'malformed', offset: 0 });
  }
  assert.throws(() => at(1).expect(2), { code: 'malformed' });
});
