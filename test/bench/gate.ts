import { spawnSync } from 'node:child_process';
import { runChild, workerScript } from './child.ts';
import type { GeneratedPair } from './profiles/pair.ts';

interface TableResult {
  readonly total: { readonly base: number; readonly current: number };
  /** `name file`, flat delta, cum delta. */
  readonly rows: readonly (readonly [string, number, number])[];
}

/**
 * Compares every function's flat and cum delta, and both totals, with `go tool pprof`, to the byte. Returns how many rows
 * were compared; throws on the first that differs: what is wrong need not be fast.
 */
export function checkAgainstGo({ size, base, current }: GeneratedPair): number {
  const { result } = runChild<TableResult>('table', [workerScript, base.path, current.path]);
  const expected = goTop(['-base', base.path, current.path]);
  const seen = new Map(result.rows.map(([key, flat, cum]) => [key, { flat, cum }]));
  for (const [key, { flat, cum }] of expected) {
    const row = seen.get(key);
    if (row?.flat !== flat || row.cum !== cum) {
      throw new Error(
        `${size}: ${key} is ${row?.flat} flat, ${row?.cum} cum; go tool pprof says ${flat}, ${cum}`,
      );
    }
  }
  for (const [key, { flat, cum }] of seen) {
    if ((flat !== 0 || cum !== 0) && !expected.has(key))
      throw new Error(`${size}: go tool pprof has no ${key}`);
  }
  for (const side of ['base', 'current'] as const) {
    const path = side === 'base' ? base.path : current.path;
    const sum = [...goTop([path]).values()].reduce((total, { flat }) => total + flat, 0);
    if (sum !== result.total[side]) {
      throw new Error(`${size}: the ${side} total is ${result.total[side]}; go tool pprof says ${sum}`);
    }
  }
  return expected.size;
}

function goTop(args: readonly string[]): Map<string, { flat: number; cum: number }> {
  const options = [
    '-top',
    '-filefunctions',
    '-unit=B',
    '-nodecount=10000000',
    '-nodefraction=0',
    '-symbolize=none',
  ];
  const run = spawnSync('go', ['tool', 'pprof', ...options, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`go tool pprof failed: ${run.stderr}`);
  const rows = new Map<string, { flat: number; cum: number }>();
  for (const line of run.stdout.split('\n')) {
    const match = /^\s*(-?\d+)B?\s+\S+\s+\S+\s+(-?\d+)B?\s+\S+\s+(.+?)(?: \((?:partial-)?inline\))?$/.exec(
      line,
    );
    if (match?.[3] !== undefined) rows.set(match[3], { flat: Number(match[1]), cum: Number(match[2]) });
  }
  return rows;
}
