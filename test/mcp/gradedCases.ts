import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ProfileText, profileBytes } from '../fixtures/buildProfile.ts';

/** A question to a tool, and what an answer has to say and may not say to be right. */
export interface GradedCase {
  readonly title: string;
  readonly tool: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly isError?: boolean;
  readonly says: readonly RegExp[];
  readonly never: readonly RegExp[];
  /** By path in the data, `sites.0.line`. */
  readonly data?: Readonly<Record<string, unknown>>;
}

const fixtures = resolve(import.meta.dirname, '../fixtures');
const MiB = 1 << 20;
const start = Date.UTC(2026, 10, 25, 13);
const goTypes = ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];

/** Stacks with bytes in use and ever allocated, as a Go program of one build has them, so many minutes after the start. */
function go(
  minutes: number,
  stacks: Readonly<Record<string, readonly [inuse: number, alloc: number]>>,
  more: Partial<ProfileText> = {},
): Uint8Array {
  return profileBytes({
    sampleTypes: goTypes,
    period: 512 * 1024,
    timeNanos: BigInt(start + minutes * 60_000) * 1_000_000n,
    binary: { file: '/app/server', buildId: 'one' },
    samples: Object.entries(stacks).map(([stack, [inuse, alloc]]) => ({
      stack: stack.split(';'),
      values: [alloc / 64, alloc, inuse / 64, inuse],
    })),
    ...more,
  });
}

const main = 'main.main@/src/app/main.go:9;main.serve@/src/app/serve.go:20';
const put = `${main};main.(*cache).put@/src/app/cache.go:31`;
const other = `${main};main.(*log).add@/src/app/log.go:7`;

/** Writes all that the cases are about into a folder. */
export function writeCases(folder: string): void {
  const save = (name: string, bytes: Uint8Array): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  cpSync(join(fixtures, 'dedupe'), join(folder, 'dedupe'), { recursive: true });
  for (const when of ['base', 'current']) {
    cpSync(join(fixtures, `real/jemalloc-${when}.heap`), join(folder, `jemalloc-${when}.heap`));
  }
  const heights = {
    backlog: [20, 80, 140, 200, 260, 24],
    stays: [20, 80, 140, 200, 260, 258],
    step: [50, 50, 51, 151, 151, 151, 152, 151],
  };
  for (const [name, values] of Object.entries(heights)) {
    values.forEach((value, i) => {
      save(
        `${name}/heap-${i}.pb`,
        go(10 * i, { [put]: [value * MiB, (i + 1) * 400 * MiB], [other]: [9 * MiB, (i + 1) * 9 * MiB] }),
      );
    });
  }
  save('restart/1.pb', go(0, { [put]: [200 * MiB, 900 * MiB], [other]: [9 * MiB, 90 * MiB] }));
  save('restart/2.pb', go(60, { [put]: [300 * MiB, 310 * MiB], [other]: [9 * MiB, 10 * MiB] }));
  save('churn/1.pb', go(0, { [put]: [200 * MiB, 900 * MiB], [other]: [9 * MiB, 90 * MiB] }));
  save('churn/2.pb', go(60, { [put]: [300 * MiB, 500_000 * MiB], [other]: [9 * MiB, 95 * MiB] }));
  save(
    'cpu.pb',
    profileBytes({
      sampleTypes: ['cpu/nanoseconds'],
      samples: [{ stack: ['main.main@/src/app/main.go:9'], values: [9e9] }],
    }),
  );
  save('one.pb', go(0, { [put]: [20 * MiB, 20 * MiB] }));
  const elsewhere = 'com.acme.Main.main@Main.java:3;com.acme.Cache.put@Cache.java:8';
  save(
    'elsewhere.pb',
    go(60, { [elsewhere]: [90 * MiB, 90 * MiB] }, { binary: { file: '/opt/other', buildId: 'two' } }),
  );
  save(
    'moved/1.pb',
    go(0, {
      [`${main};main.old@/src/app/o.go:3;main.(*cache).put@/src/app/cache.go:31`]: [700 * MiB, 700 * MiB],
      [other]: [9 * MiB, 9 * MiB],
    }),
  );
  save(
    'moved/2.pb',
    go(60, {
      [`${main};main.new@/src/app/n.go:3;main.(*cache).put@/src/app/cache.go:31`]: [700 * MiB, 1400 * MiB],
      [other]: [9 * MiB, 9 * MiB],
    }),
  );
  const library = `${main};main.load@/src/app/load.go:12;github.com/acme/csv.Read@/src/app/vendor/github.com/acme/csv/csv.go:44`;
  save('library/1.pb', go(0, { [library]: [10 * MiB, 10 * MiB], [other]: [9 * MiB, 9 * MiB] }));
  save('library/2.pb', go(60, { [library]: [410 * MiB, 410 * MiB], [other]: [9 * MiB, 9 * MiB] }));
  save('bomb.pb.gz', gzipSync(Buffer.alloc(64 * MiB), { level: 1 }));
}

const notALeak = /(?<!whether it )is a leak|is leaking|memory leak|leaks? (?:found|detected)/i;
const nothingFreed = /nothing was freed|hardly anything was freed/;

export const gradedCases: readonly GradedCase[] = [
  {
    title: 'a leak: where, how much, and that two captures do not prove it',
    tool: 'compare_heap_profiles',
    given: { base: 'dedupe/heap-1300.pb.gz', current: 'dedupe/heap-1400.pb.gz' },
    says: [
      /\*\*\+365\.0 MiB\*\*/,
      /\+95 % of the base's 383\.6 MiB/,
      /96 % of the growth is allocated in `main\.\(\*dedupeCache\)\.seen` \(`\/.*\/dedupe\/cache\.go:39`\)/,
      /retained 92 %/,
      /whether it is a leak or a backlog/i,
      /`alloc_space`/,
      /2 of 2 sites/,
      /explain_growth/,
    ],
    never: [notALeak, /within sampling noise/],
    data: {
      growth: 382_690_912,
      'sites.0.line': 39,
      'sites.0.fileFound': true,
      'sampleType.type': 'inuse_space',
      sitesBeyondNoise: 2,
      withinNoise: false,
    },
  },
  {
    title: 'its lines, callers, source, and a guess that is called one',
    tool: 'explain_growth',
    given: { base: 'dedupe/heap-1300.pb.gz', current: 'dedupe/heap-1400.pb.gz', site: '(*dedupeCache).seen' },
    says: [
      /cache\.go:39` \+349\.5 MiB/,
      /`main\.\(\*server\)\.accept` \(`\/.*ingest\.go:60`\)/,
      / > 39 {5}c\.entries\[id\] = &sessionState/,
      /It held 367\.0 MiB, and holds 716\.4 MiB/,
    ],
    never: [notALeak],
    data: { 'lines.0.line': 39, 'callers.0.line': 60, 'source.from': 36 },
  },
  {
    title: 'a backlog: it drained once the load had stopped',
    tool: 'heap_over_time',
    given: { files: ['backlog'], settled: ['backlog/heap-5.pb'] },
    says: [/Backlog: 98 % of the \+240\.0 MiB drained once the load had stopped/, /settled/],
    never: [/\*\*Staircase/, notALeak],
    data: { 'verdict.kind': 'followsTraffic', captureCount: 6 },
  },
  {
    title: 'what stays after the load is no backlog',
    tool: 'heap_over_time',
    given: { files: ['stays'], settled: ['stays/heap-5.pb'] },
    says: [/\*\*Staircase: /, /Only 0\.8 % of the \+240\.0 MiB drained/, /`main\.\(\*cache\)\.put`/],
    never: [/Backlog/, /follows traffic/i],
    data: { 'verdict.kind': 'staircase', 'sites.0.verdict.kind': 'staircase' },
  },
  {
    title: 'a captured folder: what was noted of its captures is known',
    tool: 'heap_over_time',
    given: { files: ['dedupe/series/leaking'] },
    says: [
      /\*\*Staircase: 24\.1 MiB → 198\.2 MiB over 7 captures/,
      /\+93\.8 MiB\/min \(75\.2 MiB … 115\.6 MiB\)/,
      /Only 0\.6 % of the \+174\.2 MiB drained once the load had stopped/,
      /cache\.go:39`\): Staircase/,
    ],
    never: [/whether it is a leak or a backlog/i, /whether it follows traffic/i],
    data: { 'verdict.kind': 'staircase', captureCount: 8, 'captures.7.settled': true, 'sites.0.line': 39 },
  },
  {
    title: 'the same without a settled capture: it rises, and may be a backlog',
    tool: 'check_evidence',
    given: { files: ['stays/heap-0.pb', 'stays/heap-1.pb', 'stays/heap-2.pb', 'stays/heap-3.pb'] },
    says: [
      /whether it is a leak or a backlog: no capture was taken after the load had stopped/i,
      /heap_over_time/,
    ],
    never: [notALeak, /Nothing is known to be missing/],
  },
  {
    title: 'one step is no staircase',
    tool: 'heap_over_time',
    given: { files: ['step'] },
    says: [/\*\*One step: \+100\.0 MiB between captures 3 and 4/],
    never: [/\*\*Staircase/, notALeak],
    data: { 'verdict.kind': 'oneStep' },
  },
  {
    title: 'flat: nothing grew beyond noise, and nobody is blamed',
    tool: 'compare_heap_profiles',
    given: { base: 'dedupe/fixed-1300.pb.gz', current: 'dedupe/fixed-1400.pb.gz' },
    says: [
      /\*\*Flat\*\* \(\+1\.0 MiB, within sampling noise/,
      /No allocation site grew beyond sampling noise/,
    ],
    never: [notALeak, /is allocated in/, /dedupeCache/, nothingFreed],
    data: { withinNoise: true, direction: 'flat', sites: [], sitesBeyondNoise: 0 },
  },
  {
    title: 'a leak that is not there is not explained',
    tool: 'explain_growth',
    given: {
      base: 'dedupe/fixed-1300.pb.gz',
      current: 'dedupe/fixed-1400.pb.gz',
      site: 'main.(*dedupeCache).seen',
    },
    isError: true,
    says: [
      /No allocation site grew beyond sampling noise, so there is no growth of main\.\(\*dedupeCache\)\.seen to explain/,
    ],
    never: [notALeak, /cache\.go/],
  },
  {
    title: 'no leak: much more, all of it freed again',
    tool: 'compare_heap_profiles',
    given: { base: 'churn/1.pb', current: 'churn/2.pb' },
    says: [/\+100\.0 MiB/, /retained < 0\.1 %|retained 0\.\d+ %/, /churn: about as much was freed/],
    never: [notALeak, nothingFreed, /most of it stayed/],
  },
  {
    title: 'a restart: no retained share of two processes',
    tool: 'compare_heap_profiles',
    given: { base: 'restart/1.pb', current: 'restart/2.pb' },
    says: [
      /process restarted between the captures/,
      /How much one process grew and how fast: each run starts empty/,
      /· 1 h 00 min later\)/,
    ],
    never: [/retained \d/, notALeak],
    data: { 'sites.0.retained': null },
  },
  {
    title: 'a wrong kind: which, and what to do',
    tool: 'compare_heap_profiles',
    given: { base: 'cpu.pb', current: 'one.pb' },
    isError: true,
    says: [/no sample type in common/, /CPU profile/, /Choose two profiles of the same kind/],
    never: [/\d MiB/],
  },
  {
    title: 'a wrong kind alone: no memory is in it',
    tool: 'check_evidence',
    given: { files: ['cpu.pb'] },
    says: [/what memory is in use: no memory is counted in a profile of this kind\. Choose heap profiles\./i],
    never: [/Nothing is known to be missing/, notALeak],
  },
  {
    title: 'different programs: nothing that one program did',
    tool: 'check_evidence',
    given: { files: ['one.pb', 'elsewhere.pb'] },
    says: [/where one program grew/i, /different programs/, /Choose two captures of one program/],
    never: [/whether it is a leak/i],
  },
  {
    title: 'moved stacks: the callers are others, and nothing grew',
    tool: 'compare_heap_profiles',
    given: { base: 'moved/1.pb', current: 'moved/2.pb' },
    says: [/\*\*Flat\*\*/, /No site grew/, /moved from stack to stack/],
    never: [/is allocated in/, notALeak],
    data: { growth: 0, sites: [] },
  },
  {
    title: 'own code under a library: the call from there is named',
    tool: 'compare_heap_profiles',
    given: { base: 'library/1.pb', current: 'library/2.pb' },
    says: [
      /is allocated in `github\.com\/acme\/csv\.Read`/,
      /called from your `main\.load` \(`\/src\/app\/load\.go:12`\)/,
      /\+400\.0 MiB/,
    ],
    never: [notALeak],
    data: { 'sites.0.calledFrom.function': 'main.load', 'sites.0.calledFrom.line': 12 },
  },
  {
    title: 'jemalloc without symbols: addresses are no functions, and nothing is retained',
    tool: 'compare_heap_profiles',
    given: { base: 'jemalloc-base.heap', current: 'jemalloc-current.heap' },
    says: [/Functions are not named/, /without alloc_space in both files there is no retained share/],
    never: [/retained \d/, notALeak],
  },
  {
    title: 'a bomb: refused by its size, in words',
    tool: 'compare_heap_profiles',
    given: { base: 'bomb.pb.gz', current: 'one.pb' },
    isError: true,
    says: [/bomb\.pb\.gz holds more than 4 million other fields\. Raise the limit/],
    never: [/\+\d/],
  },
  {
    title: 'one capture: nothing to set it against',
    tool: 'check_evidence',
    given: { files: ['one.pb'] },
    says: [/there is no second capture to set it against/],
    never: [/grew/, notALeak],
  },
  {
    title: 'a fix that is one, by rate',
    tool: 'verify_fix',
    given: { before: ['dedupe/series/leaking'], after: ['dedupe/series/fixed'] },
    says: [
      /\*\*Fixed: \+21\.6 MiB per 1,000 requests \(17\.3 MiB … 26\.6 MiB\) before/,
      /`main\.\(\*dedupeCache\)\.seen` .* does not grow any more/,
    ],
    never: [/Not fixed/, /still grows/],
    data: { 'verdict.kind': 'fixed', 'suspects.0.gone': true },
  },
  {
    title: 'a fix that is none',
    tool: 'verify_fix',
    given: { before: ['dedupe/series/leaking'], after: ['dedupe/series/leaking'] },
    says: [/\*\*Not fixed: /, /still grows/],
    never: [/\*\*Fixed/, /does not grow any more/],
    data: { 'verdict.kind': 'notFixed' },
  },
  {
    title: 'one capture after a fix says nothing of growth',
    tool: 'verify_fix',
    given: { before: ['dedupe/series/leaking'], after: ['dedupe/fixed-1400.pb.gz'] },
    says: [/Cannot say: one capture after the fix/],
    never: [/\*\*Fixed/],
    data: { 'verdict.kind': 'cannotSay' },
  },
];
