import assert from 'node:assert/strict';
import test from 'node:test';
import { exactTable } from '../../../src/core/answers/exactTable.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, lookAt, profileOf } from './lookAt.ts';

function table(profiles: readonly Profile[], normalize = false) {
  const look = lookAt(profiles);
  return exactTable(look.comparison, look.merged, look.type, normalize);
}

test('rows, totals, increase and decrease are whole numbers', () => {
  const { total, increase, decrease, rows } = table([heap('m;a 10', 'm;b 4'), heap('m;a 3', 'm;c 9')]);
  assert.deepEqual([total.base, total.current, increase, decrease], [14n, 12n, 9n, 11n]);
  assert.deepEqual(
    rows.map(({ name, flat, cum }) => [name, flat.base, flat.current, cum.base, cum.current]),
    [
      ['c', 0n, 9n, 0n, 9n],
      ['a', 10n, 3n, 10n, 3n],
      ['b', 4n, 0n, 4n, 0n],
      ['m', 0n, 0n, 14n, 12n],
    ],
  );
});

test('values past 2^53 lose nothing', () => {
  const large = 2n ** 61n;
  const values = (...pairs: [string, bigint][]): Profile =>
    profileOf({ samples: pairs.map(([name, value]) => ({ stack: ['m', name], values: [value] })) });
  const base = values(['a', large + 1n], ['b', -3n], ['c', 5n]);
  const current = values(['a', large + 2n], ['b', -4n], ['c', large]);
  const { total, increase, decrease, rows } = table([base, current]);
  assert.deepEqual(total, { base: large + 3n, current: 2n * large - 2n });
  assert.deepEqual([increase, decrease], [large - 4n, 1n]);
  assert.deepEqual(
    rows.map(({ name, flat, cum }) => [name, flat.current - flat.base, cum.current]),
    [
      ['c', large - 5n, large],
      ['a', 1n, large + 2n],
      ['b', -1n, -4n],
      ['m', 0n, 2n * large - 2n],
    ],
  );
});

test('values past 2^53 are scaled by one ratio, that of the whole sums', () => {
  const values = (f: bigint, g: bigint): Profile =>
    profileOf({
      samples: [
        { stack: ['m', 'f'], values: [f] },
        { stack: ['m', 'g'], values: [g] },
      ],
    });
  const base = values(2n ** 54n + 12_345n, 1000n);
  const { rows } = table([base, values(3n * 2n ** 53n + 999_999n, 5000n)], true);
  // As `go tool pprof -raw -normalize -diff_base` has the current side; it negates the base by way of a double, and loses 1.
  assert.deepEqual(
    rows.map(({ name, flat }) => [name, flat.current, flat.current - flat.base]),
    [
      ['f', 18_014_398_509_491_996n, -2333n],
      ['g', 3333n, 2333n],
      ['m', 0n, 0n],
    ],
  );
  assert.deepEqual(
    table([base, base], true).rows.map(({ flat }) => flat.current - flat.base),
    [0n, 0n, 0n],
  );
});

test('a line is told only where rows are lines', () => {
  const profile = profileOf({ samples: [{ stack: ['f@a.go:3'], values: [1] }], startLines: { f: 2 } });
  const lineAt = (granularity: 'functions' | 'lines'): number | undefined => {
    const look = lookAt([profile], { granularity });
    return exactTable(look.comparison, look.merged, look.type, false).rows[0]?.line;
  };
  assert.equal(lineAt('functions'), 0);
  assert.equal(lineAt('lines'), 3);
});
