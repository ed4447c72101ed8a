import assert from 'node:assert/strict';
import test from 'node:test';
import { diffInfo } from '../../../src/core/answers/diffInfo.ts';
import { headlineOf } from '../../../src/core/answers/headline.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import type { Gap } from '../../../src/core/evidence/gap.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { ProfileText, SampleText } from '../../fixtures/buildProfile.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { profileOf as profileSilentOf, samplesOf } from '../answers/lookAt.ts';

/** One in which every allocation was counted, unless it says otherwise. */
const profileOf = (text: ProfileText): Profile => profileSilentOf({ period: 1, ...text });

function gapsFor(profiles: readonly Profile[], sampleType?: string): readonly Gap[] {
  const looks = new Looks(profiles);
  const info = diffInfo(
    profiles.map((profile, i) => ({ name: `${i}.pb`, profile })),
    looks,
    false,
  );
  const look = looks.at({ ...inuseSpace, sampleType: sampleType ?? info.defaultSampleType });
  return headlineOf(info, look).gaps;
}

const closings = (...profiles: readonly Profile[]): string[] =>
  gapsFor(profiles).map(({ claim, why, closedBy, closing }) => {
    // A clause after “cannot tell”, a clause after a colon, and a sentence of its own.
    assert.match(claim, /^[a-z][^.:;,]*$/);
    assert.match(why, /^[a-z].*[^.]$/);
    assert.match(closedBy, /^[A-Z].*[^.]\.$/);
    return closing;
  });

const goTypes = ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];
const hours = (count: number): bigint => BigInt(Date.UTC(2025, 0) + count * 3_600_000) * 1_000_000n;
const mebi = 1024 ** 2;

/** A heap of Go's with MiB in use and allocated where `f` allocates, captured at an hour. */
function go(hour: number, inuse: number, allocated: number, more: Partial<ProfileText> = {}): Profile {
  const samples = [...oneSite(inuse, allocated)];
  return profileOf({ sampleTypes: goTypes, timeNanos: hours(hour), samples, ...more });
}

function oneSite(inuse: number, allocated: number): SampleText[] {
  const values = [allocated * 1024, allocated * mebi, inuse * 1024, inuse * mebi];
  return [{ stack: ['main.main@main.go', 'main.f@f.go:7'], values }];
}

const leakOrTrend = ['captureSettled', 'showSeries'];

test('what grew may be a leak or a backlog, and go on or not: two captures do not tell', () => {
  assert.deepEqual(closings(go(0, 10, 10), go(1, 100, 200)), leakOrTrend);
});

test('what does not say how it was sampled does not tell its noise, if anything grew', () => {
  const silent = { period: 0 };
  assert.deepEqual(closings(go(0, 10, 10, silent), go(1, 100, 200, silent)), [
    ...leakOrTrend,
    'captureLonger',
  ]);
  assert.deepEqual(closings(go(0, 10, 10, silent), go(1, 10, 20, silent)), ['showSeries']);
});

test('where allocations are counted from capture to capture there is no retained share', () => {
  assert.deepEqual(closings(go(0, 10, 10), go(1, 100, 20)), [...leakOrTrend, 'captureAllocations']);
});

test('what was allocated in an interval piles up nowhere', () => {
  const of = (hour: number, value: number): Profile =>
    profileOf({
      sampleTypes: ['alloc-space/bytes', 'heap-space/bytes'],
      timeNanos: hours(hour),
      samples: [{ stack: ['main', 'f'], values: [value, value] }],
      period: 0,
    });
  const gaps = gapsFor([of(0, 1), of(1, 9)], 'alloc-space');
  assert.deepEqual(
    gaps.map(({ closing }) => closing),
    [],
  );
});

test('goroutines that nothing can wake any more are no backlog', () => {
  const of = (type: string, count: number): Profile =>
    profileOf({ sampleTypes: [type], timeNanos: hours(count), samples: samplesOf(`main;f ${count}`) });
  assert.deepEqual(closings(of('goroutine/count', 1), of('goroutine/count', 9)), leakOrTrend);
  assert.deepEqual(closings(of('goroutineleak/count', 1), of('goroutineleak/count', 9)), ['showSeries']);
});

test('what did not grow is neither; whether it grows over a longer time is not known', () => {
  assert.deepEqual(closings(go(0, 100, 100), go(1, 10, 200)), ['showSeries']);
  const [gap] = gapsFor([go(0, 100, 100), go(1, 10, 200)]);
  assert.equal(gap?.claim, 'whether it grows over a longer time');
});

test('one capture twice, differences and other programs block whatever else might be said', () => {
  assert.deepEqual(closings(go(0, 10, 10), go(0, 10, 10)), ['chooseAgain']);
  const delta = profileOf({ samples: samplesOf('f 3', 'f;g -1') });
  const full = profileOf({ samples: samplesOf('f 9') });
  assert.deepEqual(closings(full, delta), ['chooseAgain']);
  assert.deepEqual(closings(delta, profileOf({ samples: samplesOf('f 9', 'f;g -1') })), ['chooseAgain']);
  assert.deepEqual(closings(full, profileOf({ samples: samplesOf('other 9') })), ['chooseAgain']);
});

test('another build and another run are no time of one process', () => {
  const build = (buildId: string) => ({ binary: { file: '/app', buildId } });
  assert.deepEqual(closings(go(0, 10, 10, build('1')), go(1, 90, 200, build('2'))), [
    'captureSameBuild',
    ...leakOrTrend,
  ]);
  assert.deepEqual(closings(go(0, 10, 300), go(1, 90, 200)), ['captureAgain', ...leakOrTrend]);
});

test('no garbage collection in between: nothing was counted anew, whatever stacks were added', () => {
  const added = { stack: ['main.main@main.go', 'main.g@g.go:1'], values: [0, 0, 0, 0] };
  const later = go(1, 10, 10, { samples: [...oneSite(10, 10), added] });
  assert.deepEqual(closings(go(0, 10, 10), later), ['captureCollected', 'showSeries']);
  // Allocated and freed again: there was one.
  assert.deepEqual(closings(go(0, 10, 10), go(1, 10, 20)), ['showSeries']);
  // Who has no collector has nothing to wait for.
  const native = (hour: number) =>
    go(hour, 10, 10, { samples: [{ stack: ['main', 'f@f.cc:7'], values: [1, 1, 1, 1] }] });
  assert.deepEqual(closings(native(0), native(1)), ['showSeries']);
});

test('a change that rests on too few samples', () => {
  const period = 512 * 1024;
  const few = [1, 2].map(mebibytes => ({
    period,
    samples: [
      {
        stack: ['main.main@main.go', 'main.f@f.go'],
        values: [1024, mebi, 1024 * mebibytes, mebi * mebibytes],
      },
    ],
  }));
  const found = gapsFor([go(0, 1, 1, few[0]), go(1, 1, 1, few[1])]);
  assert.equal(found[0]?.closing, 'captureLonger');
  assert.match(found[0].why, /^the change rests on about 2 samples/);
  // Enough for growth, not for what became of it.
  const grew = [
    [4, 4],
    [14, 24],
  ].map(([inuse = 0, all = 0]) => ({ period, samples: oneSite(inuse, all) }));
  const some = gapsFor([go(0, 0, 0, grew[0]), go(1, 0, 0, grew[1])]);
  assert.deepEqual(some.map(({ claim }) => claim).slice(2), ['whether most of what was allocated stayed']);
});

test('without alloc_space there is no retained share; jemalloc can be told to count', () => {
  const [live, more] = [9, 90].map((size, i) =>
    profileOf({ samples: samplesOf(`f ${size}`), timeNanos: hours(i) }),
  );
  assert.ok(live && more);
  assert.deepEqual(closings(live, more), [...leakOrTrend, 'captureAllocations']);
  const jemalloc = (size: number) =>
    readProfile(
      new TextEncoder().encode(
        `heap_v2/524288\n  t*: 9: ${size} [0: 0]\n@ 0x10 0x20\n  t*: 9: ${size} [0: 0]\n`,
      ),
    );
  const found = gapsFor([jemalloc(9 * mebi), jemalloc(90 * mebi)]);
  assert.match(found.find(({ closing }) => closing === 'captureAllocations')?.closedBy ?? '', /prof_accum/);
});

test('stacks that were cut, and times that are missing, equal or of other worlds', () => {
  const deep = (root: string, size: number): string => `${[root, ...Array(31).keys()].join(';')} ${size}`;
  const cut = (size: number, timeNanos: bigint) =>
    profileOf({ timeNanos, samples: samplesOf(deep('x', size), deep('y', 1), deep('z', 1), '5 1') });
  assert.deepEqual(closings(cut(1, hours(0)), cut(90, hours(1))), [
    ...leakOrTrend,
    'captureAllocations',
    'captureWholeStacks',
  ]);
  const why = (base: bigint, current: bigint): string | undefined => {
    const [one, other] = [go(0, 10, 10, { timeNanos: base }), go(0, 90, 200, { timeNanos: current })];
    return gapsFor([one, other]).find(({ claim }) => claim === 'how fast it changed')?.why;
  };
  assert.match(why(0n, 0n) ?? '', /^neither file/);
  assert.match(why(0n, hours(1)) ?? '', /^one of the files/);
  assert.match(why(hours(1), hours(1)) ?? '', /same time/);
  assert.match(why(hours(-200_000), hours(1)) ?? '', /too far apart/);
  assert.equal(why(hours(1), hours(0)), undefined);
});

test('a difference of two captures has lost their times and their process', () => {
  const diff = profileOf({
    samples: [
      { stack: ['f'], values: [-10], labels: { 'pprof::base': 'true' } },
      { stack: ['f'], values: [90] },
    ],
  });
  assert.deepEqual(closings(diff), [...leakOrTrend, 'chooseAgain']);
});

test('of one profile alone: nothing stands beside it; what cannot leak has no such gaps', () => {
  assert.deepEqual(closings(go(0, 10, 10)), ['captureAgain']);
  const cpu = (size: number) =>
    profileOf({ sampleTypes: ['cpu/nanoseconds'], samples: samplesOf(`f ${size}`), timeNanos: hours(size) });
  assert.deepEqual(closings(cpu(1)), []);
  assert.deepEqual(closings(cpu(1), cpu(9)), []);
  assert.deepEqual(
    gapsFor([go(0, 10, 10), go(1, 100, 200)], 'alloc_space').map(({ closing }) => closing),
    [],
  );
});

test('of async-profiler’s profiles it is not known how much memory is in use', () => {
  const java = (mib: number): Profile =>
    profileOf({
      sampleTypes: ['allocations/bytes'],
      samples: samplesOf(`com/acme/Main.main;byte[] ${mib * mebi}`),
      comments: ['Produced by async-profiler'],
    });
  assert.deepEqual(closings(java(1), java(2))[0], 'showSeries');
  assert.ok(gapsFor([java(1)]).some(({ claim }) => claim === 'how much memory is in use'));
  assert.ok(!gapsFor([go(0, 1, 2), go(1, 2, 4)]).some(({ claim }) => claim === 'how much memory is in use'));
});
