import * as l10n from '@vscode/l10n';
import { mean } from 'simple-statistics';
import { baseName } from '../displayName.ts';
import { formatCount } from '../format.ts';
import type { KnownLeak } from '../known/knownLeaks.ts';
import { indexOfType } from '../pair/sharedTypes.ts';
import type { SampleType } from '../profile.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import { sentences } from '../sentences.ts';
import { changeError, type Sampling } from './changeError.ts';
import { type Course, fewestCaptures, trendCaptures } from './course.ts';
import { seriesGaps } from './gaps.ts';
import { type GoroutineCounts, leakedNotice, withGoroutines } from './goroutines.ts';
import { holdsSame, type Ordered, orderCaptures } from './order.ts';
import { judgedRun, type Run, restarts } from './runs.ts';
import type { Capture, LeftOut, Metric, SeriesAnswer, SeriesSite, Verdict } from './series.ts';
import { asideAt, asideText, backText, setApart } from './setAside.ts';
import { type SiteCourse, siteCourses } from './siteCourses.ts';
import { requestsUpTo } from './traffic.ts';
import { changeOf, verdictOf } from './verdict.ts';

/** What is known beside the profiles. Captures are named by `ReducedCapture.file`. */
export interface Beside {
  /** Files of captures that were taken after the load had stopped. */
  readonly settled?: ReadonlySet<string>;
  /** Requests a second, or counted so far, as they came. */
  readonly requests?: readonly Metric[];
  readonly goroutines?: ReadonlyMap<string, GoroutineCounts>;
  /** What captures are called, where it is not the file's name. */
  readonly names?: ReadonlyMap<string, string>;
  /** Leaks that are set aside. */
  readonly known?: readonly KnownLeak[];
  /** Files that could not be read, and why. */
  readonly leftOut?: readonly LeftOut[];
}

/** More sites than anyone follows up. */
const mostSites = 50;

/** All that is said of a series. The captures may come in any order. */
export function seriesAnswer(given: readonly ReducedCapture[], beside: Beside = {}): SeriesAnswer {
  const { captures: heaps, goroutines } = withGoroutines(given);
  const ordered = orderCaptures(heaps);
  const { captures, times } = ordered;
  const restarted = restarts(captures);
  const run = judgedRun(restarted, fewestCaptures);
  const unit = captures.at(-1)?.sampleType.unit ?? '';
  const all = siteCourses(captures);
  const base = courseBase(ordered, run, beside, unit);
  const known = beside.known ?? [];
  const { rest, aside } = setApart(all, known, run);
  const grown = rest
    .map(site => ({ site, growth: growthOf(site, base, run) }))
    .filter(({ growth }) => growth > 0)
    .sort((a, b) => b.growth - a.growth || (a.site.key < b.site.key ? -1 : 1));
  const totals = captures.slice(run.from, run.to).map(({ total }, i) => total - asideAt(aside, run.from + i));
  const whole: Course = {
    ...base,
    values: totals,
    standardError: changeError(totals, samplingOf(rest, run)),
    sites: null,
  };
  const told = captures.map((capture, i) => ({
    ...captureOf(capture, times?.[i] ?? 0n, restarted[i] === true, beside),
    ...countsOf(goroutines.get(capture.file), beside.goroutines?.get(capture.file)),
  }));
  const answer = {
    sampleType: captures.at(-1)?.sampleType ?? { type: '', unit: '' },
    sampleTypes: sharedBy(captures),
    captures: told,
    judged: run,
    verdict: withText(verdictOf(whole), asideText(aside, run.from, run.to, unit)),
    requestsPerHour: base.requests === null ? null : 3600 * mean(base.requests),
    sites: grown.slice(0, mostSites).map(({ site }) => siteAnswer(site, base, run, all.length, known)),
    moreSites: Math.max(0, grown.length - mostSites),
    setAside: aside,
    notices: [...ordered.notices, ...runNotices(captures, restarted, run), ...leakedNotice(told)],
    leftOut: [...(beside.leftOut ?? []), ...ordered.leftOut],
  };
  return { ...answer, gaps: seriesGaps(answer, whole, captures) };
}

function captureOf(
  { file, total, objects }: ReducedCapture,
  timeNanos: bigint,
  restarted: boolean,
  { names, settled }: Beside,
): Omit<Capture, keyof GoroutineCounts> {
  return {
    file,
    name: names?.get(file) ?? baseName(file),
    timeNanos,
    total,
    objects,
    settled: settled?.has(file) === true,
    restarted,
  };
}

/** What is noted of a capture goes before what lies beside it. */
function countsOf(counted?: GoroutineCounts, noted?: GoroutineCounts): GoroutineCounts {
  return {
    goroutines: noted?.goroutines ?? counted?.goroutines ?? null,
    leakedGoroutines: noted?.leakedGoroutines ?? counted?.leakedGoroutines ?? null,
  };
}

function sharedBy(captures: readonly ReducedCapture[]): readonly SampleType[] {
  const types = captures.at(-1)?.sampleTypes ?? [];
  return types.filter(({ type }) => captures.every(each => indexOfType(each.sampleTypes, type) >= 0));
}

type CourseBase = Omit<Course, 'values' | 'standardError' | 'sites'>;

function courseBase({ captures, times }: Ordered, run: Run, beside: Beside, unit: string): CourseBase {
  const some = captures.slice(run.from, run.to);
  const nanos = times?.slice(run.from, run.to);
  const [start = 0n] = nanos ?? [];
  const milliseconds = nanos?.map(time => Number(time / 1_000_000n));
  return {
    // Of captures that all have one time nothing is known of growth an hour.
    hours: nanos?.at(-1) === start ? null : (nanos?.map(time => Number(time - start) / 3600e9) ?? null),
    settled: some.map(({ file }) => beside.settled?.has(file) === true),
    requests: milliseconds === undefined ? null : requestsUpTo(beside.requests ?? [], milliseconds),
    distinct: some.filter((capture, i) => {
      const before = some[i - 1];
      return before === undefined || !holdsSame(before, capture);
    }).length,
    unit,
    firstNumber: run.from + 1,
  };
}

/** Over the captures that its verdict will be on. */
function growthOf(site: SiteCourse, { settled }: CourseBase, { from, to }: Run): number {
  const values = [...site.values.slice(from, to)];
  return changeOf({ values }, trendCaptures({ settled, values }));
}

function withText(verdict: Verdict, text: string): Verdict {
  return { ...verdict, sentence: sentences(verdict.sentence, text) };
}

function siteAnswer(
  site: SiteCourse,
  base: CourseBase,
  run: Run,
  sites: number,
  known: readonly KnownLeak[],
): SeriesSite {
  const { name, file, line, own: callers, calledFrom, values } = site;
  const own = [...values.slice(run.from, run.to)];
  const standardError = changeError(own, samplingOf([site], run));
  const verdict = verdictOf({ ...base, values: own, standardError, sites });
  const grows = verdict.kind === 'staircase' || verdict.kind === 'oneStep';
  return {
    name,
    file,
    line,
    own: callers,
    calledFrom,
    values: [...values],
    verdict: grows ? withText(verdict, backText(site, known)) : verdict,
  };
}

/** Of sites together; stacks are sampled independently of one another. */
function samplingOf(sites: readonly SiteCourse[], { from: first }: Run): Sampling {
  const sum = (of: (site: SiteCourse) => number): number =>
    sites.reduce((total, site) => total + site.variance * Math.abs(of(site)), 0);
  return {
    ofValue: at => sum(({ values }) => values[first + at] ?? 0),
    ofChange: (from, to) => sum(({ values }) => (values[first + to] ?? 0) - (values[first + from] ?? 0)),
  };
}

function runNotices(
  captures: readonly ReducedCapture[],
  restarted: readonly boolean[],
  run: Run,
): readonly string[] {
  const starts = captures.filter((_, i) => restarted[i] === true).map(({ file }) => baseName(file));
  if (starts.length === 0) return [];
  const [first = ''] = starts;
  const started =
    starts.length === 1
      ? l10n.t`The process was started anew once, before ${first}`
      : l10n.t`The process was started anew ${formatCount(starts.length)} times, first before ${first}`;
  return [l10n.t`${started}: ${judgedText(run, captures.length)}.`];
}

function judgedText({ from, to }: Run, captures: number): string {
  const isLast = to === captures;
  if (to - from === 1)
    return isLast
      ? l10n.t`the verdict is on capture ${to} alone, since the last start`
      : l10n.t`the verdict is on capture ${to} alone, of the longest run, since the last is too short`;
  return isLast
    ? l10n.t`the verdict is on captures ${from + 1} to ${to}, since the last start`
    : l10n.t`the verdict is on captures ${from + 1} to ${to}, of the longest run, since the last is too short`;
}
