import * as v from 'valibot';
import { closings } from './core/evidence/gap.ts';
import type { FixVerdict } from './core/fix/verifyFix.ts';
import type { MetricKind } from './core/metrics/metricKind.ts';
import type { Capture, Metric, SeriesAnswer } from './core/series/series.ts';
import { name, placeShape, uri } from './messageFields.ts';
import { answer, problem, remedies } from './protocol.ts';

/** More captures than a series that anybody looks at. */
const mostFiles = 10_000;
const files = v.pipe(v.array(uri), v.maxLength(mostFiles), v.readonly());
/** Bytes that the process may take, null when nobody has said. */
const limit = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(1)));

/**
 * All that survives a window reload, kept by the webview (`setState`) and handed back to the host by the serializer. It
 * may come from an older version: what does not fit is left out.
 */
export const seriesState = v.object({
  version: v.literal(1),
  /** URIs of profiles and of folders with profiles. */
  sources: files,
  /** The same of a second series, after a fix; none for one series alone. */
  after: v.fallback(files, []),
  /** Captures that were taken after the load had stopped, and those that were not though their folder says so. */
  settled: v.fallback(files, []),
  unsettled: v.fallback(files, []),
  /** Files with memory and requests beside the captures. */
  metrics: v.fallback(files, []),
  limit: v.fallback(limit, null),
  /** The first capture with the fix in a single series. */
  fixedFrom: v.fallback(v.nullable(uri), null),
  /** What the captures are counted in; null for what a series begins with. */
  sampleType: v.fallback(v.nullable(name), null),
});
export type SeriesState = Readonly<v.InferOutput<typeof seriesState>>;

/** A capture as a page is told of it: what goes there is JSON, which has no whole numbers of nanoseconds. */
export interface ShownCapture extends Omit<Capture, 'timeNanos'> {
  /** Milliseconds since 1970, null where nothing says. */
  readonly timeMs: number | null;
  /** Whether its leaked goroutines were captured beside it, and can be compared. */
  readonly leaks: boolean;
}

/** What is said of a series, as a page is told. */
export interface ShownSeries extends Omit<SeriesAnswer, 'captures'> {
  readonly captures: readonly ShownCapture[];
}

/** Two series, before a fix and after it. */
export interface ShownFix {
  readonly before: ShownSeries;
  readonly after: ShownSeries;
  readonly verdict: FixVerdict;
}

/** Something that was measured beside the captures, with no more points than can be drawn. */
export interface ShownMetric extends Metric {
  readonly kind: MetricKind;
}

/** webview → host. The webview speaks first, with `ready`. */
export const seriesToHost = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('remedy'), remedy: v.picklist(remedies) }),
  /** The load had stopped before this capture, or had not. */
  v.object({ type: v.literal('settle'), file: uri, settled: v.boolean() }),
  /** The fix is in from this capture on; null takes the mark away. */
  v.object({ type: v.literal('fix'), from: v.nullable(uri) }),
  /** Take the series after the fix for the one before, and the other way round. */
  v.object({ type: v.literal('swap') }),
  /** Count the captures in another sample type, which reads them anew. */
  v.object({ type: v.literal('sampleType'), sampleType: name }),
  /** Ask for files with RSS or traffic, or leave those out that were added. */
  v.object({ type: v.literal('metrics'), how: v.picklist(['add', 'remove']) }),
  /** Ask for the container's limit. */
  v.object({ type: v.literal('limit') }),
  /** Do what would close a gap in the evidence. */
  v.object({ type: v.literal('closeGap'), closing: v.picklist(closings) }),
  /** Open the diff of two captures, and show this function in it. */
  v.object({ type: v.literal('compare'), from: uri, to: uri, reveal: v.nullable(placeShape) }),
  /** Open the diff of the leaked goroutines beside two captures. */
  v.object({ type: v.literal('compareLeaks'), from: uri, to: uri }),
  v.object({ type: v.literal('openSource'), place: placeShape, how: v.picklist(['reveal', 'go']) }),
  v.object({ type: v.literal('locateSource'), place: placeShape }),
  v.object({ type: v.literal('refused'), why: v.string() }),
]);
export type SeriesToHost = v.InferOutput<typeof seriesToHost>;

/** host → webview. */
export const seriesToWebview = v.variant('type', [
  /** What is to be kept for a reload. */
  v.object({ type: v.literal('state'), state: seriesState }),
  /** So many of the files have been read. */
  v.object({ type: v.literal('progress'), done: v.number(), of: v.number() }),
  /** Sent after each `ready` once the files are read, and whenever something about them is known better. */
  v.object({
    type: v.literal('series'),
    /** Null where two series are held against each other. */
    answer: v.nullable(answer<ShownSeries>()),
    /** Null while no fix is marked. */
    fix: v.nullable(answer<ShownFix>()),
    beside: v.array(answer<ShownMetric>()),
    /** What has to be known of metrics and the limit. */
    remarks: v.pipe(v.array(v.string()), v.readonly()),
  }),
  v.object({ type: v.literal('failed'), problem }),
  /** Files changed, went away or were added after they were read. */
  v.object({ type: v.literal('stale'), problem }),
  v.object({
    type: v.literal('sourceStatus'),
    message: v.nullable(v.string()),
    locate: v.exactOptional(placeShape),
  }),
]);
export type SeriesToWebview = Readonly<v.InferOutput<typeof seriesToWebview>>;
