import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { type Filter, noFilter } from '../../src/core/stacks/filterFields.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { goPprof } from '../fixtures/goPprof.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { compareTop, flagsOf, openPair } from './compareTop.ts';
import { fixtures, oracleMissing, sharedProfiles } from './pprof.ts';

const pairs = [
  [join(sharedProfiles, 'etcd/base.pb'), join(sharedProfiles, 'etcd/current.pb.gz')],
  [
    join(sharedProfiles, 'profefe/collector_heap_1.prof'),
    join(sharedProfiles, 'profefe/collector_heap_2.prof'),
  ],
  [join(fixtures, 'dedupe/heap-1300.pb.gz'), join(fixtures, 'dedupe/heap-1400.pb.gz')],
] as const;

const filters: readonly Partial<Filter>[] = [
  { focus: 'Marshal|seen|AddLabel' },
  { focus: '^runtime\\.' },
  { focus: 'nothing is called this' },
  { ignore: 'net/http|grpc' },
  { ignore: '\\.pb\\.go$' },
  { hide: '^(runtime|reflect|encoding)' },
  { hide: '.' },
  { hide: 'bufio|bytes|server' },
  { show: 'http|main|etcd' },
  { show: 'util\\.go$|cache\\.go$|server' },
  { showFrom: 'Server|ServeHTTP' },
  { showFrom: 'bufio|Unmarshal|append' },
  { focus: 'http', ignore: 'TLS|tls', hide: 'conn', showFrom: 'serve|Serve' },
  { focus: 'http', show: 'json|http|proto' },
  { tagFocus: 'bytes=1kb:' },
  { tagFocus: 'bytes=:512b' },
  { tagFocus: '16b:4kb' },
  { tagIgnore: 'bytes=4kb' },
  { tagIgnore: '8kb:1mb' },
  { tagFocus: 'bytes=48b' },
  { tagFocus: 'no=such' },
];

for (const [base, current] of pairs) {
  const title = base.split('/').slice(-2).join('/');
  test(`filters mean what they mean in pprof: ${title}`, {
    skip: oracleMissing(base, current),
  }, async context => {
    const pair = openPair(base, current);
    let rows = 0;
    const different: string[] = [];
    for (const filter of filters) {
      for (const flag of ['-filefunctions', '-lines'] as const) {
        const answer = await compareTop(pair, { sampleType: 'alloc_space', flag, filter });
        rows += answer.rows;
        different.push(...answer.different.map(row => `${JSON.stringify(filter)} ${flag} ${row}`));
      }
    }
    context.diagnostic(`${rows} rows compared, ${different.length} different`);
    assert.ok(rows > 100);
    assert.deepEqual(different.slice(0, 20), []);
  });
}

for (const [base, current] of pairs) {
  const title = base.split('/').slice(-2).join('/');
  test(`a filter changes no total that shares are of: ${title}`, {
    skip: oracleMissing(base, current),
  }, () => {
    const { looks } = openPair(base, current);
    const alone = openPair(null, current).looks;
    const options = { sampleType: 'alloc_space', granularity: 'functions', normalize: false } as const;
    for (const filter of filters) {
      const asked = { ...options, filter: { ...noFilter, ...filter } };
      const theirs = (...files: readonly string[]): string | undefined =>
        / of (\d+)B total/.exec(
          goPprof('-top', '-sample_index=alloc_space', ...flagsOf(filter), ...files),
        )?.[1];
      const what = JSON.stringify(filter);
      assert.equal(String(looks.at(asked).unfiltered().base), theirs(`-diff_base=${base}`, current), what);
      assert.equal(String(alone.at(asked).unfiltered().current), theirs(current), what);
    }
  });
}

const labels = [
  { timeout: [30e9, 'nanoseconds'], route: '/a' },
  { timeout: [60e9, 'nanoseconds'], bytes: 32 },
  { bytes: 2048, route: '/b' },
  { held: [2, 'items'], route: '/a' },
] as const;
const tags: readonly string[] = [
  ...['timeout=30s', 'timeout=:30s', '1s:30s', 'timeout=30s:1hr', '60000ms'],
  ...['bytes=1kb:4', '1:4kb', 'bytes=1:4kb', '1kb:4s', '1:4', '2', ':32', 'held=2', 'held=2kb', '2s'],
  ...['=/a', '=32b', '=route', 'route=', '='],
];

test('tags of any unit mean what they mean in pprof', { skip: oracleMissing() }, async () => {
  const folder = temporaryFolder('tags');
  const [base, current] = ([1, 3] as const).map(factor => {
    const samples = labels.map((each, i) => ({
      stack: ['main', `f${i}`],
      values: [factor * 10 ** i],
      labels: each,
    }));
    const path = join(folder, `${factor}.pb`);
    writeFileSync(path, profileBytes({ samples }));
    return path;
  }) as [string, string];
  const pair = openPair(base, current);
  for (const tag of tags) {
    for (const filter of [{ tagFocus: tag }, { tagIgnore: tag }]) {
      const answer = await compareTop(pair, { sampleType: 'inuse_space', flag: '-filefunctions', filter });
      assert.deepEqual(answer.different, [], JSON.stringify(filter));
    }
  }
});

test('show keeps no address, not even of a binary that it matches, as in pprof', {
  skip: oracleMissing(),
}, async () => {
  const path = join(temporaryFolder('show'), 'bare.pb');
  const stacks = [['main'], ['main', []], [[], 'main', ['main', 'inner'], []], [[]]];
  const samples = stacks.map((stack, i) => ({ stack, values: [10 ** i] }));
  writeFileSync(path, profileBytes({ samples, binary: { file: '/bin/app' } }));
  for (const show of ['app', 'app|main', 'inner']) {
    for (const filter of [{ show }, { show, hide: 'inner' }, { show, showFrom: 'app' }]) {
      const question = { sampleType: 'inuse_space', flag: '-filefunctions', filter } as const;
      const answer = await compareTop(openPair(null, path), question);
      assert.deepEqual(answer.different, [], JSON.stringify(filter));
    }
  }
});
