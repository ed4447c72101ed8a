import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import type { Filter } from '../../src/core/stacks/filterFields.ts';
import { compareTop, openPair } from './compareTop.ts';
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
