import * as l10n from '@vscode/l10n';
import type { MetricKind } from '../../core/metrics/metricKind.ts';
import { metricKind } from '../../core/metrics/metricKind.ts';
import { thinned } from '../../core/metrics/thinned.ts';
import { timeUntil } from '../../core/metrics/timeUntil.ts';
import { type HeapAt, valueAround, withoutHeap } from '../../core/metrics/withoutHeap.ts';
import { captureTime } from '../../core/pair/captureTime.ts';
import type { Metric, SeriesAnswer } from '../../core/series/series.ts';
import { scaleOf } from '../../core/units.ts';

/** A line that is drawn beside the heap. */
export interface BesideLine extends Metric {
  readonly kind: MetricKind;
}

/** What was measured beside a series, fit to be drawn, and what is said of it. */
export interface BesideAnswer {
  readonly lines: readonly BesideLine[];
  /** When the limit is met, if there is one. */
  readonly sentences: readonly string[];
}

/** More lines than can be told apart. */
const mostLines = 8;
/** Pixels of a wide chart. */
const stretches = 1_000;

/** What is drawn beside a series: what was measured around its captures, what of its memory the heap has not, and when a limit is met. */
export function besideSeries(
  { captures, sampleType }: SeriesAnswer,
  metrics: readonly Metric[],
  limit: number | null,
): BesideAnswer {
  const scale = scaleOf(sampleType.unit);
  const inBytes = scale?.of === 'memory' ? scale.factor : null;
  const heap = captures.flatMap(({ timeNanos, total }): HeapAt[] => {
    const time = captureTime(timeNanos);
    return time === null || inBytes === null ? [] : [{ time, total: total * inBytes }];
  });
  const times = captures.flatMap(({ timeNanos }) => captureTime(timeNanos) ?? []);
  const known = metrics
    .filter(metric => times.some(time => valueAround(metric, time) !== null))
    .map(metric => ({ ...metric, kind: metricKind(metric.name) }));
  const memory = known.filter(({ kind }) => kind === 'memory');
  const lines = [
    ...known,
    ...memory.flatMap(rss => {
      const rest = withoutHeap(rss, heap);
      return rest === null ? [] : [{ ...rest, kind: 'memory' as const }];
    }),
  ];
  return {
    lines: lines.slice(0, mostLines).map(line => ({ ...thinned(line, stretches), kind: line.kind })),
    sentences: [
      ...(limit === null ? [] : limited(memory, heap, limit)),
      ...(lines.length > mostLines
        ? [l10n.t`The chart has the first ${mostLines} of ${lines.length} lines beside the heap.`]
        : []),
    ],
  };
}

/** When memory meets the limit; where none was measured, the heap. */
function limited(memory: readonly Metric[], heap: readonly HeapAt[], limit: number): readonly string[] {
  const ofHeap = {
    name: l10n.t('the heap'),
    times: Float64Array.from(heap, ({ time }) => time),
    values: Float64Array.from(heap, ({ total }) => total),
  };
  const watched = memory.length > 0 ? memory.slice(0, mostLines) : [ofHeap];
  return watched.map(metric => timeUntil(metric, limit).sentence);
}
