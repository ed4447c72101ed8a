import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { type ProfileText, profileBytes, type SampleText } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { compareTop, openPair, type Question } from './compareTop.ts';
import { oracleMissing } from './pprof.ts';

const folder = temporaryFolder('random');

const instances = ['a.F[go.shape.int]', 'a.F[go.shape.string]'];
/** Both profiles spell all instances: what one alone has may be what the other spells otherwise, and is joined here. */
const spelt: SampleText = { stack: instances, values: [0, 0, 0, 0] };

const frame = fc
  .tuple(
    fc.constantFrom('main', 'work', 'grow', ...instances, 'ns::f(int)', 'malloc'),
    fc.constantFrom('', '@x.go', '@./lib/../y.go', '@/proc/self/cwd/z.go'),
    fc.integer({ min: -3, max: 3 }),
  )
  .map(([name, file, line]) => (file === '' || line === 0 ? `${name}${file}` : `${name}${file}:${line}`));
const location = fc.oneof({ weight: 3, arbitrary: frame }, fc.array(frame, { minLength: 2, maxLength: 3 }));
/** pprof prints by way of doubles: where a sum passes 2^53 it is off, and ours is exact. */
const value = fc.oneof(
  fc.integer({ min: -50, max: 100 }),
  fc.constantFrom(0, 2 ** 28, 2 ** 40 + 1, 2 ** 46 + 3, -(2 ** 40), -(2 ** 46) - 5),
);
const sample: fc.Arbitrary<SampleText> = fc.record({
  stack: fc.array(location, { minLength: 1, maxLength: 7 }),
  values: fc.tuple(value, value, value, value),
  labels: fc.oneof(
    fc.constant({}),
    fc.record({ bytes: fc.constantFrom(16, 1024, 4096) }),
    fc.record({ route: fc.constantFrom('/a', '/b') }),
    fc.record({
      bytes: fc.constantFrom(8, 2048),
      route: fc.constantFrom('/a', '/b'),
      name: fc.constant('bytes'),
    }),
    // One unit a label: where there are several pprof takes one of them for all.
    fc.record({ size: fc.constantFrom([1, 'kilobytes'], [3, 'kilobytes'], [9, 'kilobytes']) }),
    fc.record({ held: fc.constantFrom([2, 'items'], [5, 'items']) }),
    fc.record({ timeout: fc.constantFrom([1, 'nanoseconds'], [30e9, 'nanoseconds'], [60e9, 'nanoseconds']) }),
  ),
});
const types = ['inuse_objects', 'inuse_space', 'alloc_objects', 'contentions'] as const;
const profile: fc.Arbitrary<ProfileText> = fc.record({
  sampleTypes: fc.constant([
    'inuse_objects/count',
    'inuse_space/bytes',
    'alloc_objects/count',
    'contentions/count',
  ]),
  samples: fc.array(sample, { minLength: 1, maxLength: 12 }).map(samples => [...samples, spelt]),
  binary: fc.constant({ file: '/bin/app' }),
});
const question: fc.Arbitrary<Question> = fc.record(
  {
    sampleType: fc.constantFrom(...types),
    flag: fc.constantFrom('-filefunctions', '-lines'),
    how: fc.constantFrom('-base', '-diff_base'),
    normalize: fc.boolean(),
    filter: fc.record(
      {
        focus: fc.constantFrom('work', 'x\\.go', 'ns::', '^z'),
        ignore: fc.constantFrom('grow', 'malloc', 'F\\[.*int', '^/proc'),
        hide: fc.constantFrom('main', 'y\\.go', 'app', '^y'),
        show: fc.constantFrom('[mg]', 'go$', 'lib/\\.\\.'),
        showFrom: fc.constantFrom('work', 'F', 'self/cwd'),
        tagFocus: fc.constantFrom(
          ...['bytes=1kb:', '/a', 'route=b', 'size=1kb:4kb', 'bytes', 'timeout=30s', '1s:30s', 'bytes=1kb:4'],
          ...['1:4kb', '=/a', '=/b,route', '=2', ':5', '2kb', 'held=:2', 'held=2s'],
        ),
        tagIgnore: fc.constantFrom(
          ':1kb',
          'route=a',
          'size=2kb:',
          'held=2items',
          'timeout=:30s',
          '2:5',
          '=/a',
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['sampleType', 'flag'] },
);

/**
 * Whether pprof can be asked to normalize: where that leaves one sample type as it is, it drops the samples that have
 * nothing else, and past 2^53 its sums are off.
 */
function normalizes(base: ProfileText, current: ProfileText): boolean {
  return types.every((_, type) => {
    const of = ({ samples }: ProfileText): number[] => samples.map(({ values }) => Number(values[type]));
    const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
    const [before, after] = [sum(of(base)), sum(of(current))];
    const largest = sum(of(current).map(Math.abs));
    return before !== after && (after === 0 || Math.abs((largest * before) / after) < 2 ** 52);
  });
}

/** Recursion, inlining, labels, negative and large values, functions of one name in several files, and filters. */
test('rows of any profiles are those of pprof', { skip: oracleMissing() }, async context => {
  let rows = 0;
  const path = (name: string): string => join(folder, name);
  // One pattern for both: pprof applies one alone to the two together, Heap Diff each to its own profile.
  const dropped = fc.constantFrom('', 'malloc|grow');
  await fc.assert(
    fc.asyncProperty(
      profile,
      profile,
      dropped,
      fc.array(question, { minLength: 2, maxLength: 4 }),
      async (base, current, dropFrames, questions) => {
        writeFileSync(path('base.pb'), profileBytes({ ...base, dropFrames }));
        writeFileSync(path('current.pb'), profileBytes({ ...current, dropFrames }));
        const pair = openPair(path('base.pb'), path('current.pb'));
        const canNormalize = normalizes(base, current);
        for (const { normalize = false, ...rest } of questions) {
          const asked = { ...rest, normalize: normalize && canNormalize };
          const answer = await compareTop(pair, asked);
          rows += answer.rows;
          assert.deepEqual(answer.different, [], JSON.stringify(asked));
        }
      },
    ),
    { numRuns: 40 },
  );
  context.diagnostic(`${rows} rows compared`);
});
