import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { systemTools } from '../setup/systemTools.ts';

/** Where and when something was measured. */
export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly memory: string;
  readonly node: string;
  readonly go: string;
  readonly chromium: string;
}

export function machine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    go: version('go', ['version']),
    chromium: version(systemTools.chromium.find() ?? 'chromium', ['--version']),
  };
}

function version(program: string, args: readonly string[]): string {
  const { stdout, status } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? (/\d+\.\d+(\.\d+)*/.exec(stdout)?.[0] ?? 'unknown') : 'absent';
}
