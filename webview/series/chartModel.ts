import * as l10n from '@vscode/l10n';
import { shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatValue } from '../../src/core/format.ts';
import { type Shown, shown } from '../../src/core/shown.ts';
import type { ShownCapture, ShownFix, ShownMetric, ShownSeries } from '../../src/seriesProtocol.ts';
import { captureCount, captureTimes } from './captureTimes.ts';

/** Lines of growers beside the total: more cannot be told apart. */
const mostGrowers = 5;
/** What growers look like and what lies beside them, by their place among the looks of `chartTheme.ts`. */
const firstBeside = 6;
const limitLook = 9;

/** One line of the chart. `xs` ascend. */
export interface ChartLine {
  readonly label: Shown;
  /** Which of the colours and dashes of lines; 0 is the total. */
  readonly look: number;
  readonly xs: readonly number[] | Float64Array;
  readonly values: readonly number[] | Float64Array;
  /** Bytes of the heap, or a scale of its own. */
  readonly scale: 'heap' | 'beside';
  /** A capture holds until the next one. */
  readonly stepped: boolean;
}

/** What is drawn. */
export interface ChartModel {
  /** Seconds since 1970, since the first capture of each line, or the number of the capture where times are not known. */
  readonly across: 'time' | 'elapsed' | 'number';
  /** Where the captures are. */
  readonly at: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly unit: string;
  /** What the chart is called for whoever does not see it. */
  readonly name: Shown;
}

/** The chart of a series: its total, its top growers, and what was measured beside. */
export function chartModel(
  answer: ShownSeries,
  beside: readonly ShownMetric[],
  limit: number | null,
): ChartModel {
  const { captures, sampleType, sites } = answer;
  const times = timesOf(answer);
  const inTime = times !== null;
  const at = times ?? captures.map((_, i) => i + 1);
  const line = (label: Shown, look: number, values: readonly number[]): ChartLine => ({
    label,
    look,
    xs: at,
    values,
    scale: 'heap',
    stepped: true,
  });
  const growers = sites.filter(({ verdict }) => verdict.kind !== 'flat').slice(0, mostGrowers);
  const lines: ChartLine[] = [
    line(
      shown(l10n.t`Total ${sampleType.type}`),
      0,
      captures.map(({ total }) => total),
    ),
    ...growers.map((site, i) => line(shortName(site.name), i + 1, site.values)),
    ...(inTime
      ? beside.map((metric, i) =>
          besideLine(metric, sampleType.unit, firstBeside + (i % (limitLook - firstBeside))),
        )
      : []),
  ];
  if (limit !== null && isBytes(sampleType.unit)) lines.push(limitLine(limit, lines));
  return { across: inTime ? 'time' : 'number', at, lines, unit: sampleType.unit, name: chartName(answer) };
}

/** The chart of two series on the same axes: both totals, from the first capture of each on. */
export function fixModel({ before, after }: ShownFix): ChartModel {
  const arms = [before, after];
  const times = arms.map(timesOf);
  const inTime = times.every(time => time !== null);
  const lines = arms.map((series, i): ChartLine => {
    const [label, look] = i === 0 ? [l10n.t`Before`, 1] : [l10n.t`After`, 2];
    const [first = 0] = times[i] ?? [];
    return {
      label: shown(label),
      look,
      xs: inTime ? (times[i] ?? []).map(time => time - first) : series.captures.map((_, at) => at + 1),
      values: series.captures.map(({ total }) => total),
      scale: 'heap',
      stepped: true,
    };
  });
  const { type, unit } = before.sampleType;
  const name = shown(
    l10n.t`Chart of ${type} before the fix, ${pathText(before.captures, unit)}, and after it, ${pathText(after.captures, unit)}`,
  );
  return { across: inTime ? 'elapsed' : 'number', at: [], lines, unit, name };
}

/** Seconds since 1970; null where not all are known, or two are one. */
function timesOf({ captures }: ShownSeries): readonly number[] | null {
  const known = captures.flatMap(({ timeMs }) => (timeMs === null ? [] : [timeMs / 1000]));
  const ascend = known.every((time, i) => i === 0 || time > (known[i - 1] ?? 0));
  return ascend && known.length === captures.length ? known : null;
}

/** Something that was measured beside the captures, its times in seconds; memory on the scale of the heap. */
function besideLine({ name, times, values, kind }: ShownMetric, unit: string, look: number): ChartLine {
  return {
    label: shown(name),
    look,
    xs: times.map(time => time / 1000),
    values,
    scale: kind === 'memory' && isBytes(unit) ? 'heap' : 'beside',
    stepped: false,
  };
}

/** The container's limit, all the way across. */
function limitLine(limit: number, lines: readonly ChartLine[]): ChartLine {
  const ends = lines.flatMap(({ xs }) => [xs[0] ?? [], xs.at(-1) ?? []].flat());
  return {
    label: shown(l10n.t`Limit ${formatValue(limit, 'bytes')}`),
    look: limitLook,
    xs: [Math.min(...ends), Math.max(...ends)],
    values: [limit, limit],
    scale: 'heap',
    stepped: false,
  };
}

function isBytes(unit: string): boolean {
  return unit === 'bytes';
}

function chartName({ captures, sampleType: { type, unit } }: ShownSeries): Shown {
  return shown(l10n.t`Chart of ${type} over ${captureCount(captures)}, ${pathText(captures, unit)}`);
}

function pathText(captures: readonly ShownCapture[], unit: string): string {
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined) return l10n.t`of no captures`;
  return l10n.t`${formatValue(first.total, unit)} to ${formatValue(last.total, unit)}`;
}

/** What is said of the capture that is looked at. */
export function captureText({ captures, sampleType: { unit } }: ShownSeries, at: number): string {
  const capture = captures[at];
  if (capture === undefined) return '';
  const before = captures[at - 1];
  const delta = before === undefined ? [] : [formatDelta(capture.total - before.total, unit)];
  const parts = [
    l10n.t`Capture ${at + 1} of ${captures.length}`,
    shown(capture.name),
    captureTimes(captures)[at] ?? '',
    formatValue(capture.total, unit),
    ...delta,
    ...(capture.settled ? [l10n.t`settled`] : []),
    ...(capture.restarted ? [l10n.t`restarted`] : []),
  ];
  return parts.join(' · ');
}
