import type { SeriesState } from '../../seriesProtocol.ts';

/** What a page begins with that shows these profiles, or those in these folders: addresses. */
export function seriesOf(sources: readonly string[]): SeriesState {
  return {
    version: 1,
    sources,
    after: [],
    settled: [],
    unsettled: [],
    metrics: [],
    limit: null,
    fixedFrom: null,
    sampleType: null,
  };
}
