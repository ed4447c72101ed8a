import * as l10n from '@vscode/l10n';
import { median } from 'simple-statistics';
import { formatDuration, formatValue } from '../format.ts';
import { fewestCaptures } from '../series/course.ts';
import { formatRate } from '../series/rate.ts';
import type { Estimate, Metric } from '../series/series.ts';
import { theilSen } from '../series/theilSen.ts';
import { shown } from '../shown.ts';

/** When a limit is met, or why nobody knows. */
export interface TimeUntil {
  /** From the last value on; null where it cannot be known. */
  readonly hours: Estimate | null;
  /** Never without its numbers. */
  readonly sentence: string;
}

const second = 1_000;
const hour = 3_600_000;
/** The slope is quadratic in them. */
const mostFloors = 60;
/** Values of which one floor is taken. */
const fewestInFloor = 3;
/** Nobody foretells more than so many times as long as was watched. */
const farthest = 30;

/**
 * When a metric's floor meets a limit, by its trend since the process was last started anew: the lowest value of each of
 * up to 60 stretches of time, and through them the line of Theil and Sen, whose interval gives that of the time. What the
 * values peak above that line is said, since a container is killed by a peak. The metric and the limit are in `unit`.
 */
export function timeUntil(metric: Metric, limit: number, unit = 'bytes'): TimeUntil {
  const name = shown(metric.name);
  const bound = formatValue(limit, unit);
  const unknown = (why: string): TimeUntil => ({
    hours: null,
    sentence: l10n.t`When ${name} meets ${bound} is not known: ${why}.`,
  });
  const { times, values } = sinceStart(metric);
  const end = times.at(-1);
  const last = values.at(-1);
  if (end === undefined || last === undefined) return unknown(l10n.t('it has no values'));
  if (last >= limit) {
    return {
      hours: null,
      sentence: l10n.t`${capitalized(name)} is ${formatValue(last, unit)}: it has met ${bound} already.`,
    };
  }
  const watched = end - (times[0] as number);
  const floors = floorsOf(times, values, end);
  if (floors.values.length < fewestCaptures || watched <= 0) {
    return unknown(
      values.length === 1
        ? l10n.t('one value since it began makes no trend')
        : l10n.t`${values.length} values since it began make no trend`,
    );
  }
  const slope = theilSen(floors.hours, floors.values);
  if (slope === null) return unknown(l10n.t('all its values are of one time'));
  const rate = formatRate(slope, watched, unit);
  if (slope.low <= 0) return unknown(l10n.t`${rate} in ${formatDuration(watched)} is no sure rise`);
  const level = median(floors.values.map((value, i) => value - slope.value * (floors.hours[i] as number)));
  const room = Math.max(0, limit - Math.max(level, floors.values.at(-1) ?? level));
  const hours = { value: room / slope.value, low: room / slope.high, high: room / slope.low };
  if (hours.value * hour > farthest * watched) {
    return unknown(
      l10n.t`at ${rate} it would take ${formatDuration(hours.value * hour)}, and it was watched for ${formatDuration(watched)}`,
    );
  }
  const peak = values.reduce((most, value, i) => {
    return Math.max(most, value - level - slope.value * (((times[i] as number) - end) / hour));
  }, 0);
  const [about, soonest, latest] = [hours.value, hours.low, hours.high].map(each =>
    formatDuration(each * hour),
  ) as [string, string, string];
  const rises =
    hours.high * hour < second
      ? l10n.t`The floor of ${name} rises by ${rate} and meets ${bound} within a second`
      : l10n.t`The floor of ${name} rises by ${rate} and meets ${bound} in about ${about} (${soonest} … ${latest})`;
  const sentence =
    peak > limit / 100
      ? l10n.t`${rises}; peaks, up to ${formatValue(peak, unit)} higher, meet it sooner.`
      : l10n.t`${rises}.`;
  return { hours, sentence };
}

/** What was measured since the value last fell to less than half, as it does when a process starts anew. */
function sinceStart({ times, values }: Metric): Pick<Metric, 'times' | 'values'> {
  let start = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] as number) < (values[i - 1] as number) / 2) start = i;
  }
  return { times: times.subarray(start), values: values.subarray(start) };
}

interface Floors {
  /** Until the end, none positive. */
  readonly hours: number[];
  readonly values: number[];
}

/** The lowest value of each stretch of equal length; of few values all. */
function floorsOf(times: Float64Array, values: Float64Array, end: number): Floors {
  const stretches = Math.min(mostFloors, Math.floor(values.length / fewestInFloor));
  const few = stretches < 2 * fewestCaptures;
  const start = times[0] as number;
  const length = (end - start) / stretches;
  const lowest = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const stretch = few ? i : Math.min(stretches - 1, Math.floor(((times[i] as number) - start) / length));
    const known = lowest.get(stretch);
    if (known === undefined || (values[i] as number) < (values[known] as number)) lowest.set(stretch, i);
  }
  const rows = [...lowest.values()];
  return {
    hours: rows.map(row => ((times[row] as number) - end) / hour),
    values: rows.map(row => values[row] as number),
  };
}

function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
