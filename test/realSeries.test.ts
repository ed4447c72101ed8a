import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { noRealProfiles, realPath } from './fixtures/realProfiles.ts';

interface Told {
  readonly captures: readonly { readonly total: number; readonly restarted: boolean }[];
  readonly verdict: { readonly kind: string; readonly sentence: string };
  readonly sites: readonly { readonly name: string }[];
  readonly cannotTell: readonly { readonly why: string }[];
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
  readonly notices: readonly string[];
}

function series(...paths: readonly string[]): Told {
  const report = join(import.meta.dirname, '../src/report.ts');
  const args = ['series', ...paths.map(realPath), '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [report, ...args], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

const skip = noRealProfiles;

test('ten captures three seconds apart, eight without a collection in between', { skip }, () => {
  const { captures, verdict, sites, cannotTell } = series('parca-series');
  assert.equal(captures.length, 10);
  assert.equal(verdict.kind, 'cannotSay');
  assert.match(verdict.sentence, /^Cannot say: 10 captures show only 2 different heaps, /);
  assert.match(cannotTell[0]?.why ?? '', /^8 of 10 captures hold the same as the one before/);
  assert.equal(sites[0]?.name, 'github.com/dgraph-io/badger/v3/skl.newArena');
});

test('a pair is no series, and says what would make it one', { skip }, () => {
  const { verdict, cannotTell } = series('etcd');
  assert.match(
    verdict.sentence,
    /^Cannot say: 2 captures make no trend, it takes 4; 119\.6 MiB → 753\.5 MiB/,
  );
  assert.equal(cannotTell[0]?.why, '2 captures of one process make no trend');
});

test('a folder of many programs: what is of another one, or counts something else, is named', {
  skip,
}, () => {
  const { captures, leftOut } = series('profefe', 'etcd/base.pb', 'parca/alloc_objects.pb.gz', 'conprof');
  assert.ok(captures.length >= 2);
  assert.ok(leftOut.length >= 3);
  for (const { why } of leftOut) assert.match(why, /is of another program than|counts|is a difference/);
});
