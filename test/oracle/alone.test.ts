import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { compareTop, openPair } from './compareTop.ts';
import { oracleMissing, sharedProfiles } from './pprof.ts';

/** Files that say by themselves what was the base, and ordinary ones. */
const files: readonly [file: string, kind: string][] = [
  ['conprof/diff.pb.gz', 'labelled'],
  ['parca/alloc_space_delta.pb.gz', 'signed'],
  ['parca/alloc_objects.pb.gz', 'alone'],
  ['dd-trace-go/big-heap.pprof', 'alone'],
  ['google-pprof/java.heap', 'alone'],
];

for (const [file, kind] of files) {
  const path = join(sharedProfiles, file);
  test(`one file is read as pprof reads it: ${file}`, { skip: oracleMissing(path) }, async context => {
    const opened = openPair(null, path);
    assert.equal(opened.looks.comparison.kind, kind);
    let rows = 0;
    const different: string[] = [];
    for (const { type } of opened.looks.comparison.types) {
      for (const flag of ['-filefunctions', '-lines'] as const) {
        const answer = await compareTop(opened, { sampleType: type, flag });
        rows += answer.rows;
        different.push(...answer.different.map(row => `${type} ${flag} ${row}`));
      }
    }
    context.diagnostic(`${rows} rows compared, ${different.length} different`);
    assert.ok(rows > 0);
    assert.deepEqual(different.slice(0, 20), []);
  });
}
