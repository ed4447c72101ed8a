import { baseName } from '../core/displayName.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Limits } from '../core/formats/limits.ts';
import { metricKind } from '../core/metrics/metricKind.ts';
import { readMetrics } from '../core/metrics/readMetrics.ts';
import type { Metric } from '../core/series/series.ts';
import { decompressed } from '../engine/decompress.ts';
import { raiseByOption, UnreadableError } from './failure.ts';
import { bytesOf } from './readFile.ts';

/** Metrics beside a series, and what has to be known of them. */
export interface ReadMetricFiles {
  readonly metrics: readonly Metric[];
  readonly notices: readonly string[];
}

/**
 * Reads CSV files, or saved answers of Prometheus. Of several series in one those count whose names speak of `kind`, where
 * there are such. Throws `UnreadableError`: who asks for a file wants what is in it.
 */
export async function readMetricFiles(
  paths: readonly string[],
  kind: 'memory' | 'traffic',
  limits: Limits,
): Promise<ReadMetricFiles> {
  const read = await Promise.all(paths.map(path => readOne(path, limits)));
  return {
    metrics: read.flatMap(({ metrics }) => {
      const named = metrics.filter(({ name }) => metricKind(name) === kind);
      return named.length > 0 ? named : metrics.filter(({ name }) => metricKind(name) === 'other');
    }),
    notices: read.flatMap(({ notices }, i) => notices.map(text => `${baseName(paths[i] ?? '')}: ${text}`)),
  };
}

async function readOne(path: string, limits: Limits): Promise<ReadMetricFiles> {
  const bytes = bytesOf(path);
  try {
    return readMetrics(await decompressed(bytes, limits), limits);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new UnreadableError(errorSentence(error, { base: null, current: path }, raiseByOption));
  }
}
