/** What a metric measures, as far as its name tells: memory of the process in bytes, its traffic, or something else. */
export type MetricKind = 'memory' | 'traffic' | 'other';

const memory = /(?<![a-z])(rss|mem|pss|uss)(?![a-z])|resident|working.?set|memory|runtime|heap|bytes$/i;
const traffic = /(?<!f)req|rps|qps|traffic|hits|calls|queries|messages|transactions|throughput/i;

/** Names are whatever people and exporters write: `rss`, `container_memory_working_set_bytes`, `http_requests_total`. */
export function metricKind(name: string): MetricKind {
  if (memory.test(name)) return 'memory';
  return traffic.test(name) ? 'traffic' : 'other';
}
