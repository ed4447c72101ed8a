import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { cacheFolder } from './profiles/pair.ts';

const root = join(import.meta.dirname, '..', '..');
const bundles = join(cacheFolder, 'bundles');

/** Programs under `children/`, each run in a process of its own. */
const childNames = [
  'empty',
  'open',
  'gunzip',
  'decode',
  'decodePprofFormat',
  'switch',
  'table',
  'view',
  'export',
  'series',
  'metrics',
] as const;
export type ChildName = (typeof childNames)[number];

/** The engine's worker, bundled as it ships. */
export const workerScript = join(bundles, 'src', 'engine', 'worker.cjs');

/** Bundles the children and the worker with the options of the product's own build. */
export function buildChildren(): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: ['src/engine/worker.ts', ...childNames.map(name => `test/bench/children/${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    outbase: '.',
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    logLevel: 'error',
  });
}

export interface ChildRun<T> {
  /** When the process was asked for, in milliseconds since 1970. */
  readonly spawnedAt: number;
  readonly result: T;
}

/** Runs a child to its end. It prints its result as JSON; throws with its error output when it fails. */
export function runChild<T>(
  name: ChildName,
  args: readonly string[],
  flags: readonly string[] = [],
): ChildRun<T> {
  const script = join(bundles, 'test', 'bench', 'children', `${name}.cjs`);
  const spawnedAt = performance.timeOrigin + performance.now();
  const run = spawnSync(process.execPath, [...flags, script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`${name} failed: ${run.signal ?? run.status}\n${run.stderr}`);
  return { spawnedAt, result: JSON.parse(run.stdout) };
}

/** Runs `go tool pprof` and throws its output away. Wall time in ms. */
export function timeGoPprof(args: readonly string[]): number {
  const started = performance.now();
  const run = spawnSync('go', ['tool', 'pprof', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`go tool pprof failed: ${run.stderr}`);
  return performance.now() - started;
}
