import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { defaultLimits, type Limits } from '../formats/limits.ts';
import type { Metric } from '../series/series.ts';
import { csvMetrics } from './csvMetrics.ts';
import { bytesOfOne } from './metricKind.ts';
import { prometheusMetrics } from './prometheusMetrics.ts';

/** Numbers from beside the profiles, and what else has to be known of them: what was left out, counted and named. */
export interface ReadMetrics {
  readonly metrics: readonly Metric[];
  /** Sentences. */
  readonly notices: readonly string[];
}

/**
 * Reads RSS, requests or whatever else was measured: CSV (`csvMetrics`), or a saved answer of Prometheus
 * (`prometheusMetrics`). Memory comes in bytes, whatever unit a name ends with. Throws `ProfileError`, which `errorSentence`
 * words: `wrongKind` for what cannot be read at all, `overLimit` past `textMiB`, its lines, or `jsonMiB`.
 */
export function readMetrics(bytes: Uint8Array, limits: Limits = defaultLimits): ReadMetrics {
  const first = bytes.find(byte => !blank.has(byte));
  if (first === undefined) throw new ProfileError('wrongKind', l10n.t('is empty: save the metrics again'));
  if (first === 0x7b) return inBytes(prometheusMetrics(bytes, limits));
  if (bytes.subarray(0, 1024).includes(0)) {
    throw new ProfileError(
      'wrongKind',
      l10n.t('is no text: save the metrics as CSV in UTF-8, or as Prometheus answers'),
    );
  }
  return inBytes(csvMetrics(bytes, limits));
}

function inBytes({ metrics, notices }: ReadMetrics): ReadMetrics {
  const counted = metrics.map(metric => {
    const bytes = bytesOfOne(metric.name);
    return bytes === 1 ? metric : { ...metric, values: metric.values.map(value => value * bytes) };
  });
  return { metrics: counted, notices };
}

/** White space, and the bytes of a byte-order mark. */
const blank = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
