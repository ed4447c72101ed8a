import assert from 'node:assert/strict';
import test from 'node:test';
import { bytesOfOne, metricKind } from '../../../src/core/metrics/metricKind.ts';

test('a metric is told by its name', () => {
  const kinds = {
    memory: [
      ...['rss', 'RSS pod-1', 'process_resident_memory_bytes', 'container_memory_working_set_bytes'],
      ...['runtime', 'mem_used', 'go_memstats_heap_inuse_bytes', 'pod-1 rss', 'used_mib', 'used KB (2)'],
    ],
    traffic: ['requests', 'rps', 'http_requests_total', 'qps (2)', 'Traffic', 'req/s'],
    other: [
      'cpu',
      'goroutines',
      'pod-1',
      '',
      'temperature',
      'crossings',
      'frequency',
      'api-gb',
      'net_mb_per_s',
      'pod_b',
    ],
  } as const;
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names) assert.equal(metricKind(name), kind, name);
  }
});

test('memory has the unit that its name ends with', () => {
  const bytes = {
    rss: 1,
    rss_bytes: 1,
    rss_kb: 1024,
    rss_kilobytes: 1024,
    'RSS [MB]': 2 ** 20,
    rss_gib: 2 ** 30,
  };
  for (const [name, factor] of Object.entries(bytes)) assert.equal(bytesOfOne(name), factor, name);
  assert.equal(bytesOfOne('rss_seconds'), 1);
});
