import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { intervalText } from './interval.ts';
import { publicAddress } from './server/captureAddress.ts';
import { podPlace } from './server/pods.ts';

const text = v.pipe(v.string(), v.maxLength(4096));

const source = v.variant('kind', [
  v.object({ kind: v.literal('address'), address: text }),
  v.object({ kind: v.literal('pod'), ...podPlace.entries }),
]);
/** Where a heap is captured from. */
export type CaptureSource = Readonly<v.InferOutput<typeof source>>;

const capturePlan = v.object({
  source,
  /** What people call it, '' for nothing. */
  name: text,
  settled: v.boolean(),
  /** Milliseconds between captures. */
  interval: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** How many captures: one, two to compare, or null for until it is stopped. */
  times: v.nullable(v.picklist([1, 2])),
  /** URI of the folder that they are written to. */
  folder: text,
});
/** What was asked for. */
export type CapturePlan = Readonly<v.InferOutput<typeof capturePlan>>;

/** What survives a reload of the window: what was asked for, and the file names of what has been captured. */
const begunCaptures = v.array(v.object({ plan: capturePlan, files: v.pipe(v.array(text), v.readonly()) }));
export type BegunCapture = Readonly<v.InferOutput<typeof begunCaptures>[number]>;

/** As it was saved; nothing where it does not fit. */
export function begunCapturesIn(saved: unknown): readonly BegunCapture[] {
  const read = v.safeParse(begunCaptures, saved);
  return read.success ? read.output : [];
}

/** A plan in a sentence: where from, and how often. */
export function planText({ source: from, interval, times }: CapturePlan): string {
  return times === 1 ? sourceText(from) : l10n.t`${sourceText(from)} every ${intervalText(interval)}`;
}

/** A source in a sentence, without secrets. */
export function sourceText(from: CaptureSource): string {
  if (from.kind === 'pod') return `pod ${from.namespace}/${from.pod}`;
  return URL.canParse(from.address) ? publicAddress(new URL(from.address)) : from.address;
}
