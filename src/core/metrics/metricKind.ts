import { scaleOf } from '../units.ts';

/** What a metric measures, as far as its name tells: memory of the process, its traffic, or something else. */
export type MetricKind = 'memory' | 'traffic' | 'other';

const memory = /(?<![a-z])(rss|mem|pss|uss)(?![a-z])|resident|working.?set|memory|runtime|heap|bytes$/i;
const traffic = /(?<!f)req|rps|qps|traffic|hits|calls|queries|messages|transactions|throughput/i;
/** A last word that stands by itself: `rss_mib`, `RSS (MiB)`, `heapUsedMB`. In `api-gb` it is a part of a name. */
const lastWord = /^(?:.*(?:[^a-zA-Z-]|[a-z](?=[KMGT]i?[Bb]\W*$)))?([a-zA-Z]{2,})\W*$/s;

/** Names are whatever people and exporters write: `rss`, `container_memory_working_set_bytes`, `http_requests_total`. */
export function metricKind(name: string): MetricKind {
  if (memory.test(name) || unitOf(name) !== null) return 'memory';
  return traffic.test(name) ? 'traffic' : 'other';
}

/** How many bytes one of a metric of memory is, by the unit that its name ends with: where that has none, it is bytes. */
export function bytesOfOne(name: string): number {
  return unitOf(name) ?? 1;
}

function unitOf(name: string): number | null {
  // Names that several series have are numbered.
  const [, word = ''] = lastWord.exec(name.replace(/ \(\d+\)$/, '')) ?? [];
  const scale = scaleOf(word);
  return scale?.of === 'memory' ? scale.factor : null;
}
