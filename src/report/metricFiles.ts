import { baseName } from '../core/displayName.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Limits } from '../core/formats/limits.ts';
import { metricKind } from '../core/metrics/metricKind.ts';
import { type ReadMetrics, readMetrics } from '../core/metrics/readMetrics.ts';
import { unusedMetrics } from '../core/metrics/unusedMetrics.ts';
import type { Metric, SeriesAnswer } from '../core/series/series.ts';
import { scaleOf } from '../core/units.ts';
import { decompressed } from '../engine/decompress.ts';
import { raiseByOption, UnreadableError } from './failure.ts';
import { bytesOf } from './readFile.ts';

/** Metrics beside a series, and what has to be known of them. */
export interface ReadMetricFiles {
  readonly metrics: readonly Metric[];
  /** Sentences; `answer` is of the series that the metrics lie beside. */
  readonly notices: (answer: SeriesAnswer) => readonly string[];
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
  const read = await Promise.all(
    paths.map(async path => {
      const { metrics, notices } = await readOne(path, limits);
      return { path, metrics: ofKind(metrics, kind), notices };
    }),
  );
  return {
    metrics: read.flatMap(({ metrics }) => metrics),
    notices: answer =>
      read.flatMap(({ path, metrics, notices }) =>
        [...notices, ...unused(metrics, kind, answer)].map(text => `${baseName(path)}: ${text}`),
      ),
  };
}

function ofKind(metrics: readonly Metric[], kind: 'memory' | 'traffic'): readonly Metric[] {
  const named = metrics.filter(({ name }) => metricKind(name) === kind);
  return named.length > 0 ? named : metrics.filter(({ name }) => metricKind(name) === 'other');
}

function unused(
  metrics: readonly Metric[],
  kind: 'memory' | 'traffic',
  answer: SeriesAnswer,
): readonly string[] {
  const isMemory = kind === 'memory';
  if (metrics.length === 0) {
    return [`It was not used: no name in it speaks of ${isMemory ? 'memory' : 'requests'}.`];
  }
  return isMemory && scaleOf(answer.sampleType.unit)?.of !== 'memory'
    ? ['It was not used: the series counts no memory.']
    : unusedMetrics(metrics, kind, answer);
}

async function readOne(path: string, limits: Limits): Promise<ReadMetrics> {
  const bytes = bytesOf(path);
  try {
    return readMetrics(await decompressed(bytes, limits), limits);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new UnreadableError(errorSentence(error, { base: null, current: path }, raiseByOption));
  }
}
