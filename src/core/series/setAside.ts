import * as l10n from '@vscode/l10n';
import { formatValue } from '../format.ts';
import { backAs, type KnownLeak, knownAs } from '../known/knownLeaks.ts';
import { stableName } from '../names/stableName.ts';
import { shown } from '../shown.ts';
import type { Run } from './runs.ts';
import type { SetAside } from './series.ts';
import type { SiteCourse } from './siteCourses.ts';

/** Sites of a series without those that are known leaks, and those. */
export interface SetApart {
  readonly rest: readonly SiteCourse[];
  /** Those that grew most first. */
  readonly aside: readonly SetAside[];
}

/** Growth is that of the captures that verdicts are on. */
export function setApart(
  all: readonly SiteCourse[],
  known: readonly KnownLeak[],
  { from, to }: Run,
): SetApart {
  const leakOf = ({ name, own }: SiteCourse): KnownLeak | undefined =>
    knownAs({ site: stableName(name), own }, known);
  const aside = all.flatMap(site => {
    const leak = leakOf(site);
    const { name, file, line, own, values } = site;
    return leak === undefined ? [] : [{ name, file, line, own, values: [...values], because: leak.because }];
  });
  const growth = ({ values }: SetAside): number => (values[to - 1] ?? 0) - (values[from] ?? 0);
  return {
    rest: known.length === 0 ? all : all.filter(site => leakOf(site) === undefined),
    aside: aside.sort((a, b) => growth(b) - growth(a)),
  };
}

/** What known leaks hold at each capture. */
export function asideAt(aside: readonly SetAside[], capture: number): number {
  return aside.reduce((sum, { values }) => sum + (values[capture] ?? 0), 0);
}

/** What was set aside of a verdict, in numbers, after its sentence; empty for nothing. Captures from `from` up to `to`. */
export function asideText(aside: readonly SetAside[], from: number, to: number, unit: string): string {
  if (aside.length === 0) return '';
  const path = [from, to - 1].map(at => formatValue(asideAt(aside, at), unit)).join(' → ');
  return aside.length === 1
    ? l10n.t`Without what is known: 1 known leak is set aside, ${path}.`
    : l10n.t`Without what is known: ${aside.length} known leaks are set aside, ${path}.`;
}

/** That a site which was fixed grows again, after its sentence; empty where it was not. */
export function backText(
  { name, own }: Pick<SiteCourse, 'name' | 'own'>,
  known: readonly KnownLeak[],
): string {
  const leak = backAs({ site: stableName(name), own }, known);
  return leak === undefined
    ? ''
    : l10n.t`It is back: it was fixed (${shown(leak.fixed ?? '', longestReason)}).`;
}

/** What a team writes beside a leak is no name, but may be as long. */
const longestReason = 200;
