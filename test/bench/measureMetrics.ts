import { runChild } from './child.ts';
import { median } from './median.ts';
import { type Measured, targets } from './targets.ts';

interface MetricsResult {
  readonly ms: number;
  readonly bytes: number;
}

/** Reads a CSV of a million rows in fresh processes. */
export function measureMetrics(runs: number): readonly Measured[] {
  const results = Array.from({ length: runs }, () => runChild<MetricsResult>('metrics', ['1000000']).result);
  const megabytes = ((results[0]?.bytes ?? 0) / 1e6).toFixed(0);
  const note = `${megabytes} MB, three columns`;
  return [{ ...targets.metrics, value: median(results.map(({ ms }) => ms)), runs, note }];
}
