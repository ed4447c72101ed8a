import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { noGoPprof, pprofProgram } from '../fixtures/goPprof.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

/** Real profiles, read in place. */
export const sharedProfiles = resolve(import.meta.dirname, '../../../shared/profiles');
export const fixtures = resolve(import.meta.dirname, '../fixtures');

/** Why the oracle cannot be asked; false when it can. What `node:test` wants for its option `skip`. */
export function oracleMissing(...paths: readonly string[]): string | false {
  const absent = paths.find(path => !existsSync(path));
  if (absent !== undefined) return `SKIPPED: ${absent} is missing`;
  return noGoPprof === false ? false : `SKIPPED: ${noGoPprof}`;
}

/** Flat and cum by what pprof prints in its last column. */
export type TopRows = ReadonlyMap<string, { readonly flat: bigint; readonly cum: bigint }>;

/** pprof looks for sources and settings around itself: an empty folder has none. */
const emptyFolder = temporaryFolder('oracle');

/** Rows of `go tool pprof -top`, all of them, in the smallest unit. */
export async function pprofTop(args: readonly string[]): Promise<TopRows> {
  const text = await run([
    '-symbolize=none',
    '-top',
    '-unit=bytes',
    '-nodecount=10000000',
    '-nodefraction=0',
    '-edgefraction=0',
    ...args,
  ]);
  const rows = new Map<string, { flat: bigint; cum: bigint }>();
  const table = text.slice(text.indexOf('flat%'));
  for (const line of table.split('\n').slice(1)) {
    const match =
      /^\s*(-?\d+)[a-zA-Z]*\s+\S+\s+\S+\s+(-?\d+)[a-zA-Z]*\s+\S+ {2}(.*?)(?: \((?:partial-)?inline\))?$/.exec(
        line,
      );
    if (match === null) {
      if (line.trim() !== '') throw new Error(`pprof printed a row that is not understood: ${line}`);
      continue;
    }
    const [, flat = '0', cum = '0', name = ''] = match;
    const known = rows.get(name) ?? { flat: 0n, cum: 0n };
    rows.set(name, { flat: known.flat + BigInt(flat), cum: known.cum + BigInt(cum) });
  }
  return rows;
}

/** One line of `go tool pprof -traces`: a sample's stack, innermost frame first. */
export interface Trace {
  readonly stack: readonly string[];
  readonly value: number;
}

/** Every sample that pprof has, function by function, in the smallest unit. */
export async function pprofTraces(args: readonly string[]): Promise<readonly Trace[]> {
  const text = await run(['-symbolize=none', '-traces', '-unit=bytes', ...args]);
  const [, ...blocks] = text.split(/^-+\+-+$/m);
  return blocks.flatMap(block => {
    const lines = block.split('\n').filter(line => line.trim() !== '' && !/^\s+\S+: {2}\S/.test(line));
    const first = /^\s*(-?\d+)B? {3}/.exec(lines[0] ?? '');
    if (first === null) return [];
    const stack = lines.map((line, i) => named(line.slice(i === 0 ? first[0].length : 0).trim()));
    return [{ stack, value: Number(first[1]) }];
  });
}

/** What calls a function and what it calls, as `go tool pprof -peek` adds it up. */
export interface Peeked {
  readonly callers: Map<string, number>;
  readonly callees: Map<string, number>;
}

export async function pprofPeek(name: string, args: readonly string[]): Promise<Peeked> {
  const exact = `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  const text = await run([
    '-symbolize=none',
    `-peek=${exact}`,
    '-unit=bytes',
    '-nodefraction=0',
    '-edgefraction=0',
    ...args,
  ]);
  const callers = new Map<string, number>();
  const callees = new Map<string, number>();
  const [, , ...rows] = text.slice(text.indexOf('calls%')).split('\n');
  let side = callers;
  for (const row of rows) {
    if (/^-+\+-+$/.test(row)) break;
    if (/ {16}\| /.test(row)) side = callees;
    const edge = /^\s+(-?\d+)B?\s+\S+ \| {3}(.*)$/.exec(row);
    if (edge !== null) side.set(named(edge[2] ?? ''), Number(edge[1]));
  }
  return { callers, callees };
}

function named(text: string): string {
  return text.replace(/ \((?:partial-)?inline\)$/, '');
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(pprofProgram(), args, {
      cwd: emptyFolder,
      env: { ...process.env, HOME: emptyFolder, PPROF_BINARY_PATH: emptyFolder, PPROF_TMPDIR: emptyFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    child.on('error', failed);
    child.on('close', code => {
      if (code === 0) done(out);
      else failed(new Error(`go tool pprof ${args.join(' ')} failed: ${said}`));
    });
  });
}
