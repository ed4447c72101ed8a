import { captureTime } from '../../core/pair/captureTime.ts';
import type { SeriesAnswer } from '../../core/series/series.ts';
import type { ShownSeries } from '../../seriesProtocol.ts';

/** A series as its page is told of it. */
export function shownSeries({ captures, ...answer }: SeriesAnswer): ShownSeries {
  return {
    ...answer,
    captures: captures.map(({ timeNanos, ...capture }) => ({ ...capture, timeMs: captureTime(timeNanos) })),
  };
}
