import assert from 'node:assert/strict';
import test from 'node:test';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { granularities } from '../../src/core/names/granularity.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { DiffSession } from '../../src/engine/session.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { hostileNames } from '../fixtures/hostile/hostileNames.ts';

const names = Object.values(hostileNames);

/** A pair in which each name is a function's, called by itself, and a file's. */
const profile = (size: number) =>
  readProfile(
    profileBytes({
      samples: names.map((name, i) => ({
        stack: ['main.main', `${name}@${name.replaceAll('@', '(at)')}:${i + 1}`],
        values: [size * (i + 1)],
      })),
    }),
  );
const session = new DiffSession(
  [1, 1000].map((size, i) => ({ name: `${i}`, profile: profile(size) })),
  'asGiven',
);
const options = { sampleType: 'inuse_space', normalize: false, filter: noFilter };

async function exported(
  granularity: (typeof granularities)[number],
  format: 'csv' | 'folded',
): Promise<string> {
  const bytes = await session.export({ options: { ...options, granularity }, format });
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Rows of cells, as RFC 4180 has them: nothing may be left over. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const [, quoted, plain, end] =
      field.exec(csv) ?? assert.fail(`no cell at ${JSON.stringify(csv.slice(at, at + 40))}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

for (const granularity of granularities) {
  test(`no name breaks out of its cell or runs as a formula, by ${granularity}`, async () => {
    const rows = cellsOf(await exported(granularity, 'csv'));
    assert.ok(rows.length > 3);
    for (const row of rows) {
      assert.equal(row.length, 9, JSON.stringify(row));
      const [name = '', file = '', ...numbers] = row;
      for (const text of [name, file]) assert.doesNotMatch(text, /^[=+\-@\t\r\n＝＋－＠]/);
      if (row !== rows[0]) for (const number of numbers) assert.match(number, /^-?\d*$/);
    }
  });

  test(`no name is two frames or two stacks, by ${granularity}`, async () => {
    const text = await exported(granularity, 'folded');
    assert.ok(text.endsWith('\n'));
    const lines = text.slice(0, -1).split('\n');
    let sum = 0;
    for (const line of lines) {
      const [, stack, base, current] = /^([^\r\n]*) (\d+) (\d+)$/s.exec(line) ?? assert.fail(line);
      assert.ok((stack ?? '').split(';').length <= 2, line);
      assert.equal(Number(base) * 1000, Number(current), line);
      sum += Number(base);
    }
    assert.equal(sum, (names.length * (names.length + 1)) / 2);
  });
}

test('a name comes back from CSV as it is, but for what keeps it from running', async () => {
  const found = new Set(cellsOf(await exported('functions', 'csv')).map(([name]) => name));
  for (const name of names)
    assert.ok(found.has(Buffer.from(name).toString()) || found.has(`'${name}`), JSON.stringify(name));
});
