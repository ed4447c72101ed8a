import * as v from 'valibot';

/** Columns of the metrics file with what was measured once, null where a counter has no rate yet. */
export type Measured = ReadonlyMap<string, number | null>;

/** A counter's value when it was last read. */
export interface CounterReading {
  readonly milliseconds: number;
  readonly value: number;
}

/** What Prometheus' text says of the whole process, each undefined where it does not. */
export interface ProcessMetrics {
  /** Resident bytes. */
  readonly rss: number | undefined;
  /** A counter of requests, all its label sets together. */
  readonly requests: number | undefined;
}

const residentMemory = 'process_resident_memory_bytes';

/** Reads the resident memory, and the counter of that name, in Prometheus' text format (or OpenMetrics). */
export function processMetrics(text: string, counter: string): ProcessMetrics {
  return { rss: sumOf(text, residentMemory), requests: counter === '' ? undefined : sumOf(text, counter) };
}

/** All samples of a metric together, undefined where there is none. */
function sumOf(text: string, metric: string): number | undefined {
  let sum: number | undefined;
  for (let at = text.indexOf(metric); at >= 0; at = text.indexOf(metric, at + metric.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    const end = text.indexOf('\n', at);
    const line = text.slice(at + metric.length, end < 0 ? undefined : end);
    const value = sampleValue(line);
    if (value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** `{labels} value timestamp?`; label values are quoted and may hold braces. */
function sampleValue(afterName: string): number | undefined {
  const labels = afterName.startsWith('{') ? afterName.lastIndexOf('}') + 1 : 0;
  if (labels === 0 && !/^[ \t]/.test(afterName)) return undefined;
  const [value = ''] = afterName
    .slice(labels)
    .trim()
    .split(/[ \t]+/);
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

const bytes = v.pipe(v.number(), v.finite(), v.minValue(0));
const variables = v.object({ memstats: v.object({ Sys: bytes, HeapReleased: bytes }) });

/**
 * Bytes that Go's runtime has from the system and has not given back (`Sys` − `HeapReleased` of `runtime.MemStats`), from
 * what `expvar` serves. The resident memory is near it, but for pages that were never touched, and C's. Undefined where
 * it is not told.
 */
export function runtimeMemory(json: string): number | undefined {
  let told: unknown;
  try {
    told = JSON.parse(json);
  } catch {
    return undefined;
  }
  const read = v.safeParse(variables, told);
  if (!read.success) return undefined;
  const { Sys, HeapReleased } = read.output.memstats;
  return Math.max(0, Sys - HeapReleased);
}

/** Events a second between two readings; null where there is no earlier one, or the counter began anew. */
export function rateBetween(earlier: CounterReading | undefined, later: CounterReading): number | null {
  if (earlier === undefined || later.value < earlier.value) return null;
  const seconds = (later.milliseconds - earlier.milliseconds) / 1000;
  return seconds > 0 ? (later.value - earlier.value) / seconds : null;
}
