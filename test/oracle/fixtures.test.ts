import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { openPair, ourRows } from './compareTop.ts';
import { fixtures, oracleMissing, pprofTop, type TopRows } from './pprof.ts';

/**
 * What pprof says of the project's own profiles, kept, so that the numbers are checked where there is no Go too. Made
 * anew by running this file with UPDATE_EXPECTED=1.
 */
const expectedFile = (kind: string): string => join(import.meta.dirname, `expected/dedupe-${kind}.tsv`);
const files = (kind: string): [base: string, current: string] => [
  join(fixtures, `dedupe/${kind}-1300.pb.gz`),
  join(fixtures, `dedupe/${kind}-1400.pb.gz`),
];

/** Rows that are not all zero, one a line: flat, cum, name. */
function asText(rows: TopRows): string {
  const lines = [...rows]
    .filter(([, { flat, cum }]) => flat !== 0n || cum !== 0n)
    .map(([name, { flat, cum }]) => `${flat}\t${cum}\t${name}\n`);
  return lines.sort().join('');
}

for (const kind of ['heap', 'fixed']) {
  const [base, current] = files(kind);
  test(`the ${kind} pair has the numbers that pprof had`, () => {
    const rows = ourRows(openPair(base, current), { sampleType: 'inuse_space', flag: '-lines' });
    assert.equal(asText(rows), readFileSync(expectedFile(kind), 'utf8'));
  });

  test(`pprof still has them: ${kind}`, { skip: oracleMissing(base, current) }, async () => {
    const theirs = asText(await pprofTop(['-lines', '-sample_index=inuse_space', `-base=${base}`, current]));
    if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(expectedFile(kind), theirs);
    assert.equal(theirs, readFileSync(expectedFile(kind), 'utf8'));
  });
}

const goroutines = join(fixtures, 'goText/goroutine.txt');

test('goroutines as text are as many as pprof counts', { skip: oracleMissing(goroutines) }, async () => {
  const sum = (rows: TopRows): bigint => [...rows.values()].reduce((all, { flat }) => all + flat, 0n);
  const [ours, theirs] = [
    ourRows(openPair(null, goroutines), { sampleType: 'goroutine', flag: '-functions' }),
    await pprofTop([goroutines]),
  ];
  assert.equal(sum(ours), sum(theirs));
  assert.ok(sum(ours) > 0n);
});
