import { wholeWindow, type ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { Problem } from '../../src/protocol.ts';
import type { SeriesState, ShownFix, ShownMetric, ShownSeries } from '../../src/seriesProtocol.ts';

/** What fills the panel. */
export type SeriesScreen =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'open' };

/** Everything that is on screen follows from this. */
export interface SeriesView {
  readonly screen: SeriesScreen;
  /** What a reload brings back; the host has the say in it. */
  readonly kept: SeriesState | null;
  /** Null where two series are held against each other. */
  readonly answer: ShownSeries | null;
  readonly fix: ShownFix | null;
  readonly beside: readonly ShownMetric[];
  readonly remarks: readonly string[];
  readonly stale: Problem | null;
  readonly trouble: Problem | null;
  readonly sourceStatus: { readonly message: string; readonly place: Place | null } | null;
  /** Files are being read while an earlier series is still shown. */
  readonly reading: boolean;
  /** The capture that is looked at in chart and table. */
  readonly at: number;
  /** The capture that was marked, to be compared with the next one. */
  readonly mark: number | null;
  /** The part that is seen of the chart. */
  readonly window: ZoomWindow;
  readonly allSites: boolean;
}

/** What a page begins with: nothing to show yet. */
export const nothingYet: SeriesView = {
  screen: { kind: 'progress', done: 0, of: 0 },
  kept: null,
  answer: null,
  fix: null,
  beside: [],
  remarks: [],
  stale: null,
  trouble: null,
  sourceStatus: null,
  reading: true,
  at: 0,
  mark: null,
  window: wholeWindow,
  allSites: false,
};
