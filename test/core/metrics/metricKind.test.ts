import assert from 'node:assert/strict';
import test from 'node:test';
import { metricKind } from '../../../src/core/metrics/metricKind.ts';

test('a metric is told by its name', () => {
  const kinds = {
    memory: [
      ...['rss', 'RSS pod-1', 'process_resident_memory_bytes', 'container_memory_working_set_bytes'],
      ...['runtime', 'mem_used', 'go_memstats_heap_inuse_bytes', 'pod-1 rss'],
    ],
    traffic: ['requests', 'rps', 'http_requests_total', 'qps (2)', 'Traffic', 'req/s'],
    other: ['cpu', 'goroutines', 'pod-1', '', 'temperature', 'crossings', 'frequency'],
  } as const;
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names) assert.equal(metricKind(name), kind, name);
  }
});
