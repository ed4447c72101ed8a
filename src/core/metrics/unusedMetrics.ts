import * as l10n from '@vscode/l10n';
import { formatCount } from '../format.ts';
import { captureTime } from '../pair/captureTime.ts';
import type { Metric, SeriesAnswer } from '../series/series.ts';
import { capturesWithout } from '../series/traffic.ts';
import { shown } from '../shown.ts';
import type { MetricKind } from './metricKind.ts';
import { valueAround } from './withoutHeap.ts';

/**
 * Why metrics of one file, all of a kind, say nothing of a series: a sentence, or none where all of them do. Traffic has to be known
 * of each capture that the verdict is on, anything else of one capture.
 */
export function unusedMetrics(
  metrics: readonly Metric[],
  kind: MetricKind,
  { captures, judged }: SeriesAnswer,
): readonly string[] {
  const some = kind === 'traffic' ? captures.slice(judged.from, judged.to) : captures;
  const times = some.flatMap(({ timeNanos }) => captureTime(timeNanos) ?? []);
  const unused = metrics.flatMap(metric => {
    const without =
      kind === 'traffic'
        ? capturesWithout(metric, times)
        : times.filter(time => valueAround(metric, time) === null).length;
    const isUsed = times.length > 0 && (kind === 'traffic' ? without === 0 : without < times.length);
    return isUsed ? [] : [{ metric, without }];
  });
  const [first] = unused;
  if (first === undefined || some.length === 0) return [];
  const name = shown(first.metric.name);
  const why = whyUnused(first.metric, first.without, times);
  return [
    unused.length === 1
      ? l10n.t`${name} was not held against the captures: ${why}.`
      : l10n.t`${formatCount(unused.length)} series were not held against the captures. The first is ${name}: ${why}.`,
  ];
}

function whyUnused(metric: Metric, without: number, captures: readonly number[]): string {
  const [from, to] = spanOf(captures);
  if (captures.length === 0) return l10n.t('nothing is known of when the captures were taken');
  const [first, last] = spanOf(metric.times);
  if (metric.times.length === 1) {
    return l10n.t`its one value is of ${first}, the captures are from ${from} to ${to} (UTC)`;
  }
  return l10n.t`it has no value near ${formatCount(without)} of ${formatCount(captures.length)} captures; its values are from ${first} to ${last}, the captures from ${from} to ${to} (UTC)`;
}

function spanOf(times: ArrayLike<number>): readonly [from: string, to: string] {
  const text = (time = 0): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  return [text(times[0]), text(times[times.length - 1])];
}
