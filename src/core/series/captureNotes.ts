import * as v from 'valibot';

/**
 * `heap-series.json`, beside the profiles: what people said of each, and what the profile itself does not tell. The profiles
 * are complete without it.
 */
export const seriesFileName = 'heap-series.json';

const text = v.pipe(v.string(), v.maxLength(4096));
const fileName = v.pipe(text, v.regex(/^[^/\\]+$/));
const count = v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null);

/** The schema of one note: what is missing is not known. */
export const captureNote = v.object({
  /** Its name, in the same folder. */
  file: fileName,
  /** When it was captured, ISO 8601 in UTC. */
  time: v.fallback(text, ''),
  /** What people call it, '' for nothing. */
  name: v.fallback(text, ''),
  /** The load had stopped before it. */
  settled: v.fallback(v.boolean(), false),
  /** Address without its query, or pod; '' where nobody knows. */
  from: v.fallback(text, ''),
  /** How many goroutines there were; null where it was not asked. */
  goroutines: count,
  /** How many of them nothing can wake any more; null where it was not asked, or the program does not tell. */
  leakedGoroutines: count,
  /** The file with resident memory and requests, in the same folder; null for none. */
  metrics: v.fallback(v.nullable(fileName), null),
});

/** What is known of one profile besides what it says itself. */
export type CaptureNote = Readonly<v.InferOutput<typeof captureNote>>;

const seriesFile = v.object({ version: v.literal(1), captures: v.array(v.unknown()) });

/** A longer file was not written by us. Bytes. */
export const longestSeriesFile = 8 << 20;

/** More captures than a folder has; a file past it was not written by us. */
const mostCaptures = 10_000;

/** The notes of a folder, by the profile's file name. What does not fit is left out. */
export function parseSeriesFile(content: string): ReadonlyMap<string, CaptureNote> {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return new Map();
  }
  const file = v.safeParse(seriesFile, json);
  if (!file.success) return new Map();
  const notes = file.output.captures.slice(0, mostCaptures).map(each => v.safeParse(captureNote, each));
  return new Map(notes.flatMap(({ success, output }) => (success ? [[output.file, output] as const] : [])));
}

/** The name of the profile of leaked goroutines beside a heap that was captured; null for the name of anything else. */
export function leaksBeside(heap: string): string | null {
  return /^heap-.*\.pb\.gz$/.test(heap) ? heap.replace('heap-', 'goroutineleak-') : null;
}
