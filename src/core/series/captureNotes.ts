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

const seriesFile = v.looseObject({ version: v.literal(1), captures: v.array(v.unknown()) });

/** A longer file was not written by us. Bytes. */
export const longestSeriesFile = 8 << 20;

/** More captures than a folder has; a file past it was not written by us. */
const mostCaptures = 10_000;

/** The notes of a folder, by the profile's file name. What does not fit is left out. */
export function parseSeriesFile(content: string): ReadonlyMap<string, CaptureNote> {
  const captures = understood(content)?.captures ?? [];
  const notes = captures.slice(0, mostCaptures).map(each => v.safeParse(captureNote, each));
  return new Map(notes.flatMap(({ success, output }) => (success ? [[output.file, output] as const] : [])));
}

/**
 * The file with what is known of one profile, or now known better, and all else as it was; `content` is null where there is no
 * file yet. Null for a file that is not understood, which is not to be written over.
 */
export function notedIn(
  content: string | null,
  file: string,
  known: Partial<Omit<CaptureNote, 'file'>>,
): string | null {
  const before = content === null ? { version: 1, captures: [] } : understood(content);
  if (before === null) return null;
  const isOfFile = v.looseObject({ file: v.literal(file) });
  const captures = [...before.captures];
  // Of several the last one counts.
  const at = captures.map(each => v.is(isOfFile, each)).lastIndexOf(true);
  if (at === -1) captures.push({ ...v.parse(captureNote, { file }), ...known });
  else captures[at] = { ...v.parse(isOfFile, captures[at]), ...known };
  return `${JSON.stringify({ ...before, captures }, null, 2)}\n`;
}

/** Null for what is no such file, or one of another version. */
function understood(content: string): v.InferOutput<typeof seriesFile> | null {
  try {
    return v.parse(seriesFile, JSON.parse(content));
  } catch {
    return null;
  }
}

/** The name of the profile of leaked goroutines beside a heap that was captured; null for the name of anything else. */
export function leaksBeside(heap: string): string | null {
  return /^heap-.*\.pb\.gz$/.test(heap) ? heap.replace('heap-', 'goroutineleak-') : null;
}
