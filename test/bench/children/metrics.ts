import { readMetrics } from '../../../src/core/metrics/readMetrics.ts';
import { childArguments, report } from './report.ts';

/** Reads a CSV of so many rows, a second apart, of RSS and requests. */
const [rows = ''] = childArguments(1);
const start = Date.UTC(2026, 0);
const text = Array.from({ length: Number(rows) }, (_, i) => {
  return `${new Date(start + i * 1000).toISOString()},${(i * 4096) % 2 ** 30},${i % 7 === 0 ? '' : i}`;
});
const bytes = new TextEncoder().encode(['time,rss,requests', ...text].join('\n'));
const started = performance.now();
const { metrics } = readMetrics(bytes);
report({ ms: performance.now() - started, bytes: bytes.length, values: metrics[0]?.values.length ?? 0 });
