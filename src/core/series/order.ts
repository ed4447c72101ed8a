import * as l10n from '@vscode/l10n';
import { baseName } from '../displayName.ts';
import { captureTime, elapsedMs } from '../pair/captureTime.ts';
import { areDifferentPrograms } from '../pair/programs.ts';
import { modernType } from '../pair/sharedTypes.ts';
import { valueKind } from '../pair/valueKind.ts';
import type { SampleType } from '../profile.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import type { SiteValues } from '../reduce/siteValues.ts';
import { shownName } from '../shown.ts';
import { unitRatio } from '../units.ts';
import { byNumbers, hasNumber, timeInName } from './nameTime.ts';
import type { LeftOut } from './series.ts';

/** Captures of one program and one sample type, in the order of time. */
export interface Ordered {
  readonly captures: readonly ReducedCapture[];
  /** Nanoseconds since 1970 of each; null where not all are known, so that nothing can be said of an hour. */
  readonly times: readonly bigint[] | null;
  readonly notices: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Puts captures in order, and leaves out those that do not belong to the series. */
export function orderCaptures(given: readonly ReducedCapture[]): Ordered {
  const leftOut: LeftOut[] = [];
  const ofType = ofOneType(once(given), leftOut);
  const ofProgram = ofOneProgram(ofType, leftOut);
  const { captures, times, notices } = inOrder(ofProgram);
  const kept = withoutDuplicates(captures, times, leftOut);
  const equal = kept.filter((at, i) => i > 0 && times !== null && times[at] === times[kept[i - 1] ?? -1]);
  return {
    captures: kept.map(at => captures[at] as ReducedCapture),
    times: times && kept.map(at => times[at] as bigint),
    notices:
      equal.length === 0
        ? notices
        : [...notices, l10n.t('Some captures have the same time: the numbers in their names order them.')],
    leftOut,
  };
}

/**
 * Whether two captures hold the same at every site, and have allocated the same where they count that: a profile changes only when
 * garbage is collected.
 */
export function holdsSame(one: ReducedCapture, other: ReducedCapture): boolean {
  return (
    one.total === other.total &&
    one.objects === other.objects &&
    isWithin(one.sites, other.sites) &&
    isWithin(other.sites, one.sites)
  );
}

/** A site that holds nothing, and never did, is as good as none. */
function isWithin(some: SiteValues, others: SiteValues): boolean {
  for (const [key, { value, allocated }] of some) {
    const other = others.get(key);
    if (value !== (other?.value ?? 0) || allocated !== (other?.allocated ?? 0)) return false;
  }
  return true;
}

/** A file that was given twice counts once. */
function once(captures: readonly ReducedCapture[]): ReducedCapture[] {
  return [...new Map(captures.map(capture => [capture.file, capture])).values()];
}

/** Those of the sample type that most have, of equals memory, else the last's, in that one's unit. */
function ofOneType(captures: readonly ReducedCapture[], leftOut: LeftOut[]): ReducedCapture[] {
  const of = ({ sampleType }: ReducedCapture): string => modernType(sampleType.type);
  // Whoever saves all that a program serves has as many profiles of everything.
  const isMemory = ({ sampleType }: ReducedCapture): boolean => valueKind(sampleType, []) === 'memory';
  const sorted = [...captures.filter(each => !isMemory(each)), ...captures.filter(isMemory)];
  const type = mostCommon(sorted.map(of));
  const unit = captures.filter(each => of(each) === type).at(-1)?.sampleType ?? { type: '', unit: '' };
  return captures.flatMap(capture => {
    const factor = of(capture) === type ? unitRatio(capture.sampleType.unit, unit.unit) : undefined;
    if (factor === 1) return [capture];
    if (factor !== undefined) return [inUnit(capture, unit.unit, factor)];
    leftOut.push({
      file: capture.file,
      why: l10n.t`${baseName(capture.file)} counts ${typeText(capture.sampleType)}, the series ${typeText(unit)}.`,
    });
    return [];
  });
}

function typeText({ type, unit }: SampleType): string {
  return l10n.t`${shownName(type)} in ${shownName(unit)}`;
}

function inUnit(capture: ReducedCapture, unit: string, factor: number): ReducedCapture {
  const sites = (of: ReducedCapture['sites']): ReducedCapture['sites'] =>
    new Map(
      Array.from(of, ([key, site]) => [
        key,
        { ...site, value: site.value * factor, variance: site.variance * factor * factor },
      ]),
    );
  return {
    ...capture,
    sampleType: { ...capture.sampleType, unit },
    total: capture.total * factor,
    sites: sites(capture.sites),
    beyondCommon: capture.beyondCommon && sites(capture.beyondCommon),
  };
}

/** Those of the program that most are of, of equals the last's. */
function ofOneProgram(captures: readonly ReducedCapture[], leftOut: LeftOut[]): ReducedCapture[] {
  const first: ReducedCapture[] = [];
  const program = captures.map(capture => {
    const known = first.findIndex(other => !areDifferentPrograms(other.program, capture.program));
    return known >= 0 ? known : first.push(capture) - 1;
  });
  const chosen = mostCommon(program);
  const example = captures.find((_, i) => program[i] === chosen);
  return captures.filter((capture, i) => {
    if (program[i] === chosen) return true;
    const name = baseName(capture.file);
    leftOut.push({
      file: capture.file,
      why: l10n.t`${name} is of another program than ${baseName(example?.file ?? '')}.`,
    });
    return false;
  });
}

function mostCommon<Key>(keys: readonly Key[]): Key | undefined {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return keys.filter(key => counts.get(key) === most).at(-1);
}

function inOrder(given: readonly ReducedCapture[]): {
  readonly captures: readonly ReducedCapture[];
  readonly times: readonly bigint[] | null;
  readonly notices: readonly string[];
} {
  const missing = given.filter(({ timeNanos }) => captureTime(timeNanos) === null).length;
  const names = given.map(({ file }) => baseName(file));
  const times = given.map(({ timeNanos }) => timeNanos);
  if (missing === 0 && areOfOneClock(times)) return { ...sorted(given, times), notices: [] };
  const which =
    missing === 0
      ? l10n.t('By their times the captures lie about ten years or more apart')
      : withoutTime(missing, given.length);
  const inNames = names.map(timeInName);
  if (inNames.every(time => time > 0n) && areOfOneClock(inNames)) {
    return {
      ...sorted(given, inNames),
      notices: [l10n.t`${which}: the times in the file names order them.`],
    };
  }
  const byName = names.every(hasNumber);
  const captures = byName ? [...given].sort((a, b) => byNumbers(baseName(a.file), baseName(b.file))) : given;
  return {
    captures,
    times: null,
    notices: [
      byName
        ? l10n.t`${which}: the numbers in the file names order them, and nothing is known of growth an hour.`
        : l10n.t`${which}: they stand as they were given, and nothing is known of growth an hour.`,
    ],
  };
}

/** No process runs so long as one of several clocks may be wrong by; `times` are plausible each. */
function areOfOneClock(times: readonly bigint[]): boolean {
  const all = times.map(time => captureTime(time) ?? 0).sort((a, b) => a - b);
  return elapsedMs(all[0] ?? 0, all.at(-1) ?? 0) !== null;
}

function withoutTime(missing: number, all: number): string {
  if (all === 1) return l10n.t('The capture has no time of its own');
  if (missing === all) return l10n.t('The captures have no time of their own');
  return missing === 1
    ? l10n.t`1 of ${all} captures has no time of its own`
    : l10n.t`${missing} of ${all} captures have no time of their own`;
}

function sorted(
  given: readonly ReducedCapture[],
  times: readonly bigint[],
): { readonly captures: readonly ReducedCapture[]; readonly times: readonly bigint[] } {
  const timed = given.map((capture, i) => ({ capture, time: times[i] as bigint }));
  timed.sort((a, b) =>
    a.time === b.time
      ? byNumbers(baseName(a.capture.file), baseName(b.capture.file))
      : a.time < b.time
        ? -1
        : 1,
  );
  return { captures: timed.map(({ capture }) => capture), times: timed.map(({ time }) => time) };
}

/** Indices of those that are not a copy of the one before: of one time, and holding the same. */
function withoutDuplicates(
  captures: readonly ReducedCapture[],
  times: readonly bigint[] | null,
  leftOut: LeftOut[],
): number[] {
  const kept: number[] = [];
  captures.forEach((capture, i) => {
    const copied = kept.find(
      at => times !== null && times[at] === times[i] && holdsSame(captures[at] as ReducedCapture, capture),
    );
    if (copied === undefined) kept.push(i);
    else {
      const original = baseName(captures[copied]?.file ?? '');
      leftOut.push({
        file: capture.file,
        why: l10n.t`${baseName(capture.file)} holds the same capture as ${original}.`,
      });
    }
  });
  return kept;
}
