import assert from 'node:assert/strict';
import test from 'node:test';
import { diffInfo } from '../../../src/core/answers/diffInfo.ts';
import { type Headline, headlineOf } from '../../../src/core/answers/headline.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { headlineText } from '../../../src/core/report/headlineText.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import type { ProfileText } from '../../fixtures/buildProfile.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { heap, profileOf, samplesOf } from './lookAt.ts';

const mebi = 1024 ** 2;
const hour = 3_600_000;
const start = Date.UTC(2025, 0);

function headline(...profiles: Profile[]): Headline {
  return focused('', ...profiles);
}

function focused(focus: string, ...profiles: Profile[]): Headline {
  const looks = new Looks(profiles);
  const info = diffInfo(
    profiles.map((profile, i) => ({ name: `${i}.pb`, profile })),
    looks,
    false,
  );
  const { defaultSampleType: sampleType } = info;
  const look = looks.at({ ...inuseSpace, sampleType, filter: { ...noFilter, focus } });
  return headlineOf(info, look);
}

/** The headline as one line of text, chips behind it. */
function told(...profiles: Profile[]): string {
  const found = headline(...profiles);
  return [headlineText(found), ...found.chips.map(({ text }) => text)].join(' | ');
}

/** MiB of each stack, captured at an hour of the day. */
const at = (hours: number, ...lines: string[]): Profile =>
  profileOf({
    samples: samplesOf(...lines).map(({ stack, values }) => ({ stack, values: [Number(values[0]) * mebi] })),
    timeNanos: BigInt(start + hours * hour) * 1_000_000n,
  });

test('growth: figure, share of the base, time, rate and site', () => {
  assert.equal(
    told(at(0, 'main;rest 100'), at(1, 'main;rest 106', 'main;leak@leak.go:3 312')),
    "+318.0 MiB: +318 % of the base's 100.0 MiB · in 1 h 00 min · 318.0 MiB/h. 98 % of the growth is allocated in leak, leak.go:3. | new",
  );
});

test('what the profiler took itself is said beside it, of memory alone', () => {
  const writes = 'main;runtime/pprof.writeHeap;flate.NewWriter';
  assert.match(
    told(at(0, 'main;rest 100'), at(1, 'main;rest 100', `${writes} 30`, 'main;leak@leak.go:3 70')),
    /70 % of the growth is allocated in leak, leak\.go:3\. \| new \| 30 % by the profiler itself$/,
  );
  assert.match(
    told(
      at(0, 'main;rest 100'),
      at(1, 'main;rest 100', `${writes};a 30`, `${writes};b 30`, 'leak@leak.go:3 40'),
    ),
    /40 % of the growth is allocated in leak, leak\.go:3\. 60 % was taken by the profiler itself, to write profiles\. \| new$/,
  );
  assert.doesNotMatch(
    told(at(0, 'main;rest 100', 'a 9'), at(1, 'main;rest 10', 'a 10', `${writes} 9`)),
    /profiler/,
  );
  const goroutines = (count: number): Profile =>
    profileOf({ sampleTypes: ['goroutine/count'], samples: samplesOf(`${writes} ${count}`) });
  assert.doesNotMatch(told(goroutines(1), goroutines(9)), /profiler/);
});

test('a site that only has other callers now has not grown', () => {
  const base = at(0, 'old;buf 600', 'put@c.go:7 100');
  assert.equal(
    told(base, at(1, 'new;buf 600', 'put@c.go:7 600')),
    "+500.0 MiB: +71 % of the base's 700.0 MiB · in 1 h 00 min · 500.0 MiB/h. 100 % of the growth is allocated in put, c.go:7. Much only moved from stack to stack: stacks grew by +1.1 GiB in all, sites by +500.0 MiB.",
  );
  assert.equal(
    told(base, at(1, 'new;buf 600', 'put@c.go:7 100')),
    'Flat: no change · base 700.0 MiB · in 1 h 00 min. No site grew. Much only moved from stack to stack: stacks grew by +600.0 MiB in all, no site did.',
  );
});

test('where none grew the sentence says what shrank most', () => {
  assert.match(
    told(at(0, 'a@a.go:1 9', 'b@b.go:2 50'), at(1, 'a@a.go:1 8', 'b@b.go:2 10')),
    /\. Nothing grew; what shrank most is b, b\.go:2, −40\.0 MiB\.$/,
  );
});

test('a heap that shrank says so, and what grew all the same', () => {
  assert.match(
    told(at(0, 'a 100', 'leak 1'), at(1, 'a 34', 'leak 6')),
    /^−61\.0 MiB: −60 % of the base's 101\.0 MiB · in 1 h 00 min · −61\.0 MiB\/h\. \+5\.0 MiB is the largest growth, allocated in leak\./,
  );
});

test('growth that is spread out is not pinned on one site', () => {
  const many = Array.from({ length: 40 }, (_, i) => `f${i} 1`);
  assert.match(
    told(at(0), at(1, ...many, 'leak 1.5')),
    /No site stands out\. The largest: 3\.6 % of the growth is allocated in leak\./,
  );
});

test('where the site’s package has most of the growth and the site has not, it is said too', () => {
  const base = at(0, 'm.x 1');
  assert.match(
    told(base, at(1, 'm.x 1', 'a/v3/lease.New 35', 'a/v3/lease.(*lessor).Attach 25', 'mvcc.put 40')),
    /40 % of the growth is allocated in mvcc\.put\. \|/,
  );
  assert.match(
    told(base, at(1, 'm.x 1', 'a/v3/lease.New 35', 'a/v3/lease.(*lessor).Attach 33', 'mvcc.put 32')),
    /35 % of the growth is allocated in a\/v3\/lease\.New\. The site’s whole package has 68 %\. \|/,
  );
  const many = Array.from({ length: 40 }, (_, i) => `a.f${i} 1`);
  assert.match(
    told(at(0), at(1, ...many, 'b.g 0.5')),
    /No site stands out\. The largest: 2\.5 % of the growth is allocated in a\.f0\. The site’s whole package has 99 %\./,
  );
});

test('time: a minute’s rate close together, none after a swap, none where it is not known or absurd', () => {
  assert.match(told(at(0, 'f 1'), at(1 / 120, 'f 2')), / · in 30 s · 2\.0 MiB\/min\./);
  assert.match(told(at(1, 'f 1'), at(0, 'f 2')), / · 1 h 00 min earlier\. /);
  assert.match(told(at(0, 'f 1'), heap('f 2097152')), /^\+1\.0 MiB: \+100 % of the base's 1\.0 MiB\. /);
  const uptime = profileOf({ samples: samplesOf('f 1'), timeNanos: 3_600_000_000_000 });
  assert.doesNotMatch(told(uptime, at(1, 'f 2')), / in \d| d /);
});

/** So many goroutines at an hour of the day. */
const goroutinesAt = (hours: number, count: number): Profile =>
  profileOf({
    sampleTypes: ['goroutine/count'],
    samples: samplesOf(`main.worker;runtime.gopark ${count}`),
    timeNanos: BigInt(start + hours * hour) * 1_000_000n,
  });

test('less than one an hour is a rate too', () => {
  assert.match(told(goroutinesAt(0, 10), goroutinesAt(10, 12)), / · in 10 h 00 min · 0\.2\/h\. /);
});

const period = 512 * 1024;
const sampled = (...values: (readonly [name: string, objects: number, bytes: number])[]): Profile =>
  profileOf({
    sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
    samples: values.map(([name, ...counts]) => ({ stack: ['main', name], values: counts })),
    period,
  });

test('one sample is nothing: flat, within noise, no site', () => {
  const base = sampled(['rest', 25_600, 100 * mebi]);
  const found = headline(base, sampled(['rest', 25_600, 100 * mebi], ['one', 128, period]));
  assert.deepEqual([found.direction, found.withinNoise, found.site], ['flat', true, null]);
  assert.match(
    headlineText(found),
    /^Flat: \+512\.0 KiB, within sampling noise \(± 1022\.0 KiB\) · base 100\.0 MiB\. No allocation site grew beyond sampling noise\.$/,
  );
  const grown = headline(base, sampled(['rest', 25_600, 100 * mebi], ['many', 25_600, 100 * mebi]));
  assert.deepEqual([grown.direction, grown.withinNoise, grown.site?.name], ['grew', false, 'many']);
});

test('a larger growth, within sampling noise, is not denied', () => {
  // Three samples of small objects; one large object, which is hardly ever missed.
  const grown = [
    ['small', 384, 1.5 * mebi],
    ['large', 1, 1.2 * mebi],
  ] as const;
  assert.match(
    headlineText(headline(sampled(['gone', 25_600, 100 * mebi]), sampled(...grown))),
    /\. \+1\.2 MiB is the largest growth beyond sampling noise, allocated in large\.$/,
  );
  const many = Array.from({ length: 60 }, (_, i) => [`f${i}`, 1, mebi] as const);
  assert.match(
    headlineText(headline(sampled(), sampled(...grown, ...many))),
    /No site stands out\. The largest beyond sampling noise: 1\.9 % of the growth is allocated in large\./,
  );
});

test('what only moved from stack to stack rests on no samples that chance could make', () => {
  const claims = ({ gaps }: Headline): string[] => gaps.map(({ claim }) => claim);
  const base = sampled(['rest', 25_600, 100 * mebi]);
  const one = headline(base, sampled(['rest', 25_600, 100 * mebi], ['one', 128, period]));
  assert.ok(claims(one).includes('whether anything grew'));
  const calledBy = (caller: string): Profile =>
    profileOf({
      sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
      samples: [{ stack: ['main', caller, 'put'], values: [25_600, 100 * mebi] }],
      period,
    });
  const moved = headline(calledBy('old'), calledBy('new'));
  assert.match(headlineText(moved), /^Flat: no change · .* Much only moved from stack to stack/);
  assert.ok(!claims(moved).includes('whether anything grew'));
});

test('own code is named behind a library’s site', () => {
  const put =
    'main.main@/src/app/main.go:5;main.auth@/src/app/auth.go:91;regexp.inst@/usr/local/go/src/regexp/c.go:7';
  assert.match(
    told(heap(`${put} 1`), heap(`${put} 9`)),
    /100 % of the growth is allocated in regexp\.inst, c\.go:7, called from your main\.auth, auth\.go:91\.$/,
  );
});

test('one profile alone: its total and its largest site', () => {
  assert.equal(told(at(0, 'a 150', 'leak 50')), '200.0 MiB: inuse_space. 75 % is allocated in a.');
  assert.match(told(heap()), /^0 B: inuse_space\. The profile holds nothing of this sample type\.$/);
});

test('no percentage of a base that is not known, none below −100 %', () => {
  const saved = heap('f -3', 'g 10');
  assert.match(told(saved), /^\+7 B: a difference, whose base is not known\. /);
  assert.match(told(heap('f 10'), saved), /^−3 B: against 10 B, one of which is a difference already\. /);
  assert.match(told(heap(), heap('f 10')), /^\+10 B: the base holds nothing\. /);
});

test('stacks of nothing but allocators', () => {
  assert.match(
    told(heap('malloc 1'), heap('malloc 9')),
    /Every stack that grew ends in malloc: it is probably the allocator\.$/,
  );
});

const words: readonly [type: string, stack: string, expected: RegExp][] = [
  ['cpu/nanoseconds', 'main;work', /100 % of the growth is spent in work/],
  ['wall/microseconds', 'main;work', /100 % of the growth is spent in work/],
  [
    'delay/nanoseconds',
    'main;sync.(*Mutex).Lock',
    /100 % of the growth was waited in sync\.\(\*Mutex\)\.Lock/,
  ],
  [
    'goroutine/count',
    'main.worker;runtime.chanrecv1;runtime.chanrecv;runtime.gopark',
    /^\+1,000 goroutines: \+10,000 % of the base's 10\. 100 % of the added goroutines are waiting in main\.worker\.$/,
  ],
  [
    'goroutineleak/count',
    'main.worker;runtime.chansend1;runtime.chansend;runtime.gopark',
    /^\+1,000 leaked goroutines: .* 100 % of the added leaked goroutines are waiting in main\.worker\.$/,
  ],
  ['threadcreate/count', 'main;start', /were created in start/],
  ['requests/count', 'main;serve', /100 % of the growth is in serve/],
];
for (const [type, stack, expected] of words) {
  test(`words for ${type}`, () => {
    const of = (count: number): Profile => {
      const text: ProfileText = { sampleTypes: [type], samples: samplesOf(`${stack} ${count}`) };
      return profileOf(text);
    };
    const text = told(of(10), of(1010)).replace(/ \| .*$/, '');
    assert.match(text, expected);
    assert.doesNotMatch(text, /allocat/);
  });
}

test('of filters that leave nothing it is not said that nothing grew', () => {
  const pair = [at(0, 'main.f 10'), at(1, 'main.f 90')];
  assert.deepEqual(focused('main', ...pair).sentence.length > 1, true);
  assert.deepEqual(focused('other', ...pair).sentence, [
    'What the filters leave holds nothing of this sample type.',
  ]);
  assert.deepEqual(headline(at(0, 'main.f 0'), at(1, 'main.f 0')).sentence, ['Nothing grew.']);
  for (const [focus, said] of [
    ['other', 'What the filters leave holds nothing of this sample type.'],
    ['', 'The profile holds nothing of this sample type.'],
  ] as const)
    assert.deepEqual(focused(focus, at(0, `main.f ${focus === '' ? 0 : 10}`)).sentence, [said]);
});
