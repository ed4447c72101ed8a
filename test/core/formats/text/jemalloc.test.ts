import assert from 'node:assert/strict';
import test from 'node:test';
import { readJemalloc } from '../../../../src/core/formats/text/jemalloc.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { fixture } from '../../../fixtures/fixture.ts';
import { noRealProfiles, realBytes } from '../../../fixtures/realProfiles.ts';
import { sums } from '../../../fixtures/sums.ts';

function text(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

test('takes the sum of the threads of each stack', () => {
  const profile = readJemalloc(
    text(
      'heap_v2/1',
      '  t*: 5: 500 [0: 0]',
      '  t0: 5: 500 [0: 0]',
      '@ 0x11 0x21',
      '  t*: 3: 300 [0: 0]',
      '  t0: 1: 100 [0: 0]',
      '  t7: 2: 200 [0: 0]',
      '@ 0x31',
      '  t*: 2: 200 [0: 0]',
    ),
  );
  assert.deepEqual(dumpProfile(profile), [
    'inuse_objects/count inuse_space/bytes',
    '0x20;0x10 3 300 bytes:100',
    '0x30 2 200 bytes:100',
  ]);
});

test('passes over the records of single allocations, and keeps a stack without addresses', () => {
  const rows = [
    'heap_v2/1',
    '@',
    '  t*: 1: 10 [0: 0]',
    '  f: 2000 10 16 15 1 1',
    '@ 0x11',
    '  t*: 2: 20 [0: 0]',
  ];
  assert.deepEqual(dumpProfile(readJemalloc(text(...rows, '  f: 1000 10 16 4 0 1'))), [
    'inuse_objects/count inuse_space/bytes',
    ' 1 10 bytes:10',
    '0x10 2 20 bytes:10',
  ]);
});

test('has columns for allocations where the whole program has some', () => {
  const profile = readJemalloc(
    text(
      'heap_v2/1',
      '  t*: 5: 500 [9: 900]',
      '  t0: 5: 500 [9: 900]',
      '  t1: 0: 0 [0: 0]',
      '@ 0x11',
      '  t*: 5: 500 [9: 900]',
      '  t0: 5: 500 [9: 900]',
      '  t1: 0: 0 [0: 0]',
    ),
  );
  assert.deepEqual(dumpProfile(profile), [
    'alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes',
    '0x10 9 900 5 500 bytes:100',
  ]);
});

test('names the line that is wrong', () => {
  const cases = [
    [['@ 0x1', '@ 0x2'], /^line 3: the stack before it has no counts/],
    [['@ 0x1', ' t*: 0: 5 [0: 0]'], /^line 3: no objects, but bytes/],
    [['hello'], /^line 2: neither a stack/],
  ] as const;
  for (const [lines, message] of cases) {
    assert.throws(() => readJemalloc(text('heap_v2/512', ...lines)), { code: 'malformed', message });
  }
});

// Totals printed by jeprof 5.3.0, which adds up the fractions that are cut off here.
test('a dump with prof_accum adds up to what jeprof says', () => {
  const total = sums(readJemalloc(fixture('native/jemalloc.heap')));
  const expected = {
    alloc_objects: 227_373,
    alloc_space: 45_852_677,
    inuse_objects: 227_345,
    inuse_space: 43_684_348,
  };
  for (const [type, value] of Object.entries(expected)) {
    assert.ok(Math.abs((total[type] ?? 0) - value) <= 5, `${type}: ${total[type]}`);
  }
});

for (const name of ['real/jemalloc-base.heap', 'real/jemalloc-current.heap']) {
  test(`${name} has every stack, each in a mapped file, and adds up to more than its header counts`, () => {
    const bytes = fixture(name);
    const lines = new TextDecoder().decode(bytes).split('\n');
    const profile = readJemalloc(bytes);
    assert.equal(profile.samples.count, lines.filter(line => line.startsWith('@')).length);
    const [, bytesOf = '0'] = /^ {2}t\*: \d+: (\d+)/.exec(lines[1] ?? '') ?? [];
    // The header counts what was sampled; each stands for those that were not.
    assert.ok((sums(profile)['inuse_space'] ?? 0) > Number(bytesOf));
    assert.ok(Number(bytesOf) > 1_000);
    const placed = [...profile.locations.mapping].filter(row => profile.mappings[row]?.file).length;
    assert.equal(placed, profile.locations.count);
  });
}

test('a dump of a hundred threads adds up to what jeprof says', { skip: noRealProfiles }, () => {
  const profile = readJemalloc(realBytes('jemalloc/jemalloc.heap'));
  assert.equal(profile.samples.count, 471);
  assert.ok(Math.abs((sums(profile)['inuse_space'] ?? 0) - 182_546_748_483) <= 471);
  assert.ok(Math.abs((sums(profile)['inuse_objects'] ?? 0) - 12_526_533) <= 471);
  const placed = [...profile.locations.mapping].filter(row => profile.mappings[row]?.file).length;
  assert.equal(placed, profile.locations.count, 'every address lies in a mapped file');
});
