import type { Place } from '../../src/core/names/place.ts';
import type { SeriesSite } from '../../src/core/series/series.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import type { SeriesContext } from './receiveSeries.ts';

/** Looks at another capture. */
export function lookAt({ store }: SeriesContext, at: number): void {
  const last = (store.state.answer?.captures.length ?? 0) - 1;
  if (last >= 0) store.update({ at: Math.min(Math.max(at, 0), last) });
}

/** Marks a capture; the second mark opens the diff between both, one on the first takes it away. */
export function markAt(context: SeriesContext, at: number): void {
  const { store } = context;
  const { mark, answer } = store.state;
  lookAt(context, at);
  if (mark === null) store.update({ mark: at });
  else {
    store.update({ mark: null });
    if (mark !== at && answer !== null) compareCaptures(context, answer, mark, at);
  }
}

/** Opens the diff of two captures, the earlier one the base. */
export function compareCaptures(
  { post }: SeriesContext,
  { captures }: ShownSeries,
  one: number,
  other: number,
): void {
  const from = captures[Math.min(one, other)];
  const to = captures[Math.max(one, other)];
  if (from !== undefined && to !== undefined) {
    post({ type: 'compare', from: from.file, to: to.file, reveal: null });
  }
}

/** Opens the diff of the goroutines that had leaked at two captures, the earlier one the base. */
export function compareLeaks(
  { post }: SeriesContext,
  { captures }: ShownSeries,
  from: number,
  to: number,
): void {
  const [base, current] = [captures[from], captures[to]];
  if (base === undefined || current === undefined) return;
  post({ type: 'compareLeaks', from: base.file, to: current.file });
}

/** Opens the diff of the first and the last capture that verdicts are on, and shows a site in it. */
export function showInDiff(
  { post }: SeriesContext,
  { captures, judged }: ShownSeries,
  site: SeriesSite,
): void {
  const [from, to] = [captures[judged.from], captures[judged.to - 1]];
  if (from === undefined || to === undefined) return;
  post({ type: 'compare', from: from.file, to: to.file, reveal: placeOf(site) });
}

/** Counts the captures in another sample type: they are read anew. */
export function countIn({ post }: SeriesContext, sampleType: string): void {
  post({ type: 'sampleType', sampleType });
}

export function placeOf({ name, file, line }: SeriesSite): Place {
  return { name, file, line, startLine: 0 };
}
