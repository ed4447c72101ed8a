import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { type Answer, compareTop, openPair, ourRows, type Question } from './compareTop.ts';
import { fixtures, oracleMissing, pprofTop, sharedProfiles } from './pprof.ts';
import { withoutStartLines } from './withoutStartLines.ts';

const shared = (name: string): string => join(sharedProfiles, name);

/** Captures of one series, each with the next. */
function consecutive(folder: string): [base: string, current: string][] {
  if (!existsSync(shared(folder))) return [];
  const names = readdirSync(shared(folder)).sort();
  return names.slice(1).map((name, i) => [`${folder}/${names[i]}`, `${folder}/${name}`]);
}

const sharedPairs: readonly [base: string, current: string][] = [
  ['profefe/collector_heap_1.prof', 'profefe/collector_heap_2.prof'],
  ['etcd/base.pb', 'etcd/current.pb.gz'],
  ['dd-trace-go/heap.before.pprof', 'dd-trace-go/heap.after.pprof'],
  ['dd-trace-go/stress-failure.before.pprof', 'dd-trace-go/stress-failure.after.pprof'],
  ['dd-trace-go/heap.after.pprof', 'dd-trace-go/big-heap.pprof'],
  ...consecutive('parca-series'),
];
const pairs = [
  ...sharedPairs.map(([base, current]) => [shared(base), shared(current)] as const),
  ...[
    ['service-base.pb.gz', 'service-current.pb.gz'],
    ['service-base.pb.gz', 'service-allocs.pb.gz'],
    ['gotest-template.out', 'gotest-json.out'],
  ].map(names => names.map(name => join(fixtures, 'real', name)) as [string, string]),
  ...['heap', 'fixed'].map(
    kind =>
      [join(fixtures, `dedupe/${kind}-1300.pb.gz`), join(fixtures, `dedupe/${kind}-1400.pb.gz`)] as const,
  ),
];

const questions: readonly Omit<Question, 'sampleType'>[] = [
  { flag: '-filefunctions' },
  { flag: '-filefunctions', how: '-diff_base' },
  { flag: '-functions' },
  { flag: '-lines' },
  { flag: '-files' },
  { flag: '-filefunctions', normalize: true },
];

for (const [base, current] of pairs) {
  const title = `${base.split('/').slice(-2).join('/')} and ${current.split('/').at(-1)}`;
  test(`every row is pprof's: ${title}`, { skip: oracleMissing(base, current) }, async context => {
    const pair = openPair(base, current);
    const copies = [withoutStartLines(base), withoutStartLines(current)] as const;
    const asked = pair.looks.comparison.types.flatMap(({ type }) =>
      questions.map(question => ({ ...question, sampleType: type })),
    );
    const answers = await inPairs(asked, question =>
      compareTop(pair, question.flag === '-files' ? { ...question, copies } : question),
    );
    const rows = answers.reduce((count, answer) => count + answer.rows, 0);
    const different = answers.flatMap((answer, i) =>
      answer.different.map(row => `${Object.values(asked[i] ?? {}).join(' ')}: ${row}`),
    );
    context.diagnostic(`${rows} rows compared, ${different.length} different`);
    assert.ok(rows > 0);
    assert.deepEqual(different.slice(0, 20), []);
  });
}

/** Asks two questions at a time: pprof is a process of its own. */
async function inPairs<Q>(questions: readonly Q[], ask: (question: Q) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < questions.length; i += 2) {
    answers.push(...(await Promise.all(questions.slice(i, i + 2).map(ask))));
  }
  return answers;
}

test('a binary that was replaced while it ran is one with itself, under the name that it has last', {
  skip: oracleMissing(),
}, async () => {
  const folder = temporaryFolder('renamed');
  const [base, current] = (['/app/server (deleted)', '/app/server'] as const).map((file, i) => {
    const path = join(folder, `${i}.pb`);
    const samples = [{ stack: ['main@m.c:1', []], values: [10 + 20 * i] }];
    writeFileSync(path, profileBytes({ samples, binary: { file, buildId: 'abcdef01' } }));
    return path;
  }) as [string, string];
  const theirs = await pprofTop(['-filefunctions', `-base=${base}`, current]);
  const ours = ourRows(openPair(base, current), { sampleType: 'inuse_space', flag: '-filefunctions' });
  // pprof has one row for all that it cannot name in a binary, Heap Diff one for each place.
  const named = [...ours].map(([name, row]) => [name.replace(/ 0x.*/, ''), row] as const);
  assert.deepEqual(new Map(named), theirs);
  assert.deepEqual(theirs.get('[server]'), { flat: 20n, cum: 20n });
});
