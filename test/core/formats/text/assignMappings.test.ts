import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assignMappings } from '../../../../src/core/formats/text/assignMappings.ts';
import type { Mapping } from '../../../../src/core/profile.ts';

function mapping(start: number, limit: number, file: string, fileOffset = 0, buildId = ''): Mapping {
  return { start: BigInt(start), limit: BigInt(limit), fileOffset: BigInt(fileOffset), file, buildId };
}

function place(mappings: readonly Mapping[], ...addresses: readonly number[]): string[] {
  const placed = assignMappings(mappings, addresses.map(BigInt));
  return addresses.map((address, i) => {
    const found = placed.mappings[placed.mappingOf[i] ?? -1];
    return `${address} ${found === undefined ? 'nowhere' : found.file || 'anywhere'}`;
  });
}

test('finds the mapping of an address; the first one where they overlap', () => {
  const mappings = [mapping(10, 20, '/bin/a'), mapping(15, 30, '/bin/b')];
  assert.deepEqual(place(mappings, 10, 19, 20, 29, 30), [
    '10 /bin/a',
    '19 /bin/a',
    '20 /bin/b',
    '29 /bin/b',
    '30 anywhere',
  ]);
  assert.deepEqual(place([], 0, 1), ['0 nowhere', '1 anywhere']);
});

test('joins the parts of a file that follow each other', () => {
  const joined = (...mappings: readonly Mapping[]) =>
    assignMappings(mappings, []).mappings.map(({ limit }) => Number(limit));
  assert.deepEqual(joined(mapping(10, 20, '/bin/a'), mapping(20, 30, '/bin/a')), [30]);
  assert.deepEqual(joined(mapping(10, 20, '/bin/a', 5), mapping(20, 30, '/bin/a', 15)), [30]);
  assert.deepEqual(joined(mapping(10, 20, '/bin/a', 5), mapping(20, 30, '/bin/a', 16)), [20, 30]);
  assert.deepEqual(joined(mapping(10, 20, '/bin/a'), mapping(20, 30, '/bin/b')), [20, 30]);
  assert.deepEqual(joined(mapping(10, 20, '/bin/a', 0, 'x'), mapping(20, 30, '/bin/a', 0, 'y')), [20, 30]);
  assert.deepEqual(joined(mapping(10, 20, '/bin/a'), mapping(21, 30, '/bin/a')), [20, 30]);
});

test('puts the program first', () => {
  const files = (...names: readonly string[]) =>
    assignMappings(
      names.map((name, i) => mapping(100 * i, 100 * i + 9, name)),
      [],
    ).mappings.map(({ file }) => file);
  assert.deepEqual(files('/lib/libc.so.6', '[vdso]', '/bin/a', '/bin/b'), [
    '/bin/a',
    '[vdso]',
    '/lib/libc.so.6',
    '/bin/b',
  ]);
  assert.deepEqual(files('/lib/libc-2.15.so', '', '[vdso]'), ['/lib/libc-2.15.so', '', '[vdso]']);
});

test('repairs what writers of memory maps get wrong', () => {
  const huge = [mapping(10, 20, '/anon_hugepage (deleted)'), mapping(20, 30, '/bin/a')];
  assert.deepEqual(place(huge, 15, 25), ['15 anywhere', '25 /bin/a']);
  const atUsualStart = assignMappings([mapping(0x600000, 0x700000, '/bin/a', 0x200000)], [0x500000n]);
  assert.deepEqual(atUsualStart.mappings, [mapping(0x400000, 0x700000, '/bin/a')]);
  assert.deepEqual([...atUsualStart.mappingOf], [0]);
  assert.deepEqual(place([mapping(1000, 2000, '/bin/a', 300)], 699, 700, 999), [
    '699 anywhere',
    '700 /bin/a',
    '999 /bin/a',
  ]);
  // Less than nothing is no start.
  assert.deepEqual(place([mapping(100, 200, '/bin/a', 150)], 50), ['50 anywhere']);
});

test('finds the same as trying one mapping after the other', () => {
  const ranges = fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 12 });
  fc.assert(
    fc.property(ranges, fc.array(fc.nat(260), { maxLength: 60 }), (list, addresses) => {
      const mappings = list.map(([start, size], i) => mapping(start + 1, start + 1 + size, `[${i}]`));
      const expected = addresses.map(address => {
        const found = mappings.find(({ start, limit }) => start <= address && address < limit);
        return `${address} ${found?.file ?? (address === 0 ? 'nowhere' : 'anywhere')}`;
      });
      assert.deepEqual(place(mappings, ...addresses), expected);
    }),
  );
});
