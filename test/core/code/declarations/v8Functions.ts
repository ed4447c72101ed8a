import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A function as V8 compiles it: what profiles call it, the line of its parameters and its last. */
export interface CompiledFunction {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

const compile = `
const { readFileSync } = require('node:fs');
const { stripTypeScriptTypes } = require('node:module');
const vm = require('node:vm');
for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  const text = readFileSync(file, 'utf8');
  try {
    const code = /\\.[cm]?ts$/.test(file) ? stripTypeScriptTypes(text) : text;
    try { new vm.Script(code, { filename: file }); }
    catch { new vm.SourceTextModule(code, { identifier: file }); }
  } catch {}
}`;

/** All functions with a name in files of JavaScript and TypeScript, those that V8 cannot compile left out. */
export function v8Functions(files: readonly string[]): ReadonlyMap<string, readonly CompiledFunction[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'heap-diff-v8-'));
  try {
    const log = path.join(folder, 'log');
    execFileSync(
      process.execPath,
      [
        ...['--no-lazy', '--log-function-events', '--no-logfile-per-isolate', `--logfile=${log}`],
        ...['--no-warnings', '--experimental-vm-modules', '-e', compile],
      ],
      { input: JSON.stringify(files) },
    );
    return readLog(readFileSync(log, 'utf8'), new Set(files));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines `script-details,ID,FILE,…` and `function,interpreter,ID,START,END,MS,TIME,NAME`. */
function readLog(log: string, files: ReadonlySet<string>): ReadonlyMap<string, readonly CompiledFunction[]> {
  const fileOf = new Map<string, string>();
  const functions: string[][] = [];
  for (const line of log.split('\n')) {
    const fields = line.split(',');
    if (fields[0] === 'script-details') fileOf.set(fields[1] ?? '', fields[2] ?? '');
    else if (fields[0] === 'function' && fields[1] === 'interpreter') functions.push(fields.slice(2));
  }
  const found = new Map<string, CompiledFunction[]>();
  const lines = new Map<string, (offset: number) => number>();
  for (const [id = '', start, end, , , name = ''] of functions) {
    const file = fileOf.get(id) ?? '';
    if (!files.has(file) || name === '' || name.startsWith('<')) continue;
    const lineAt = lines.get(file) ?? lineCounter(readFileSync(file, 'utf8'));
    lines.set(file, lineAt);
    const compiled = { name, line: lineAt(Number(start)), endLine: lineAt(Number(end)) };
    found.set(file, [...(found.get(file) ?? []), compiled]);
  }
  return found;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return offset => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
