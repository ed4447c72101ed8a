import { resolve } from 'node:path';
import { toolClient } from '../mcp/toolClient.ts';
import type { Measured } from './targets.ts';

const pair = { base: 'heap-1300.pb.gz', current: 'heap-1400.pb.gz' };
const calls: readonly (readonly [tool: string, given: Readonly<Record<string, unknown>>])[] = [
  ['compare_heap_profiles', pair],
  ['explain_growth', { ...pair, site: '(*dedupeCache).seen' }],
  ['heap_over_time', { files: ['series/leaking'] }],
  ['check_evidence', { files: ['heap-1300.pb.gz', 'heap-1400.pb.gz'] }],
  ['verify_fix', { before: ['series/leaking'], after: ['series/fixed'] }],
];

/** Bytes of the Markdown that the tools answer about the sample service. */
export async function measureTools(): Promise<readonly Measured[]> {
  const tools = await toolClient(resolve(import.meta.dirname, '../fixtures/dedupe'));
  try {
    const rows: Measured[] = [];
    for (const [tool, given] of calls) {
      const start = performance.now();
      const { text, data } = await tools.call(tool, given);
      const note = `${Buffer.byteLength(JSON.stringify(data))} B as data, ${Math.round(performance.now() - start)} ms`;
      const target = { size: 'sample', unit: 'B', better: 'less', atLeast: 5_000, aim: 3_000 } as const;
      rows.push({ what: `answer of ${tool}`, ...target, value: Buffer.byteLength(text), runs: 1, note });
    }
    return rows;
  } finally {
    await tools.close();
  }
}
