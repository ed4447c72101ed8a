import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { csvMetrics } from '../../../src/core/metrics/csvMetrics.ts';

test('time is linear in the rows: eight times as many take no fifty times as long', () => {
  const cpu = (rows: number): number => {
    const text = Array.from({ length: rows }, (_, i) => `${1764075600 + i},${i * 4096},`).join('\n');
    const bytes = new TextEncoder().encode(`time,rss,requests\n${text}`);
    const before = process.cpuUsage().user;
    assert.equal(csvMetrics(bytes, defaultLimits).metrics[0]?.times.length, rows);
    return process.cpuUsage().user - before;
  };
  cpu(10_000);
  const few = cpu(10_000);
  assert.ok(cpu(80_000) < 50 * Math.max(few, 2_000));
});
