import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';

/** A method of a class file: what a profile calls it, and the lines of its table in the order of its code. */
export interface ClassMethod {
  readonly name: string;
  readonly lines: readonly number[];
}

/** All methods with a line table of the classes under a folder, as `javap` prints them. */
export function classMethods(folder: string): readonly ClassMethod[] {
  const classes = globSync('**/*.class', { cwd: folder }).map(file => path.join(folder, file));
  const text = execFileSync('javap', ['-p', '-l', ...classes], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found: { name: string; lines: number[] }[] = [];
  let type = '';
  for (const line of text.split('\n')) {
    const opened = /^(?:\w+ )*(?:class|interface) ([\w.$]+)/.exec(line);
    const method = /^ {2}(?:[^(;]* )?([\w.$]+)\(.*;$/.exec(line);
    const at = /^ {6}line (\d+): /.exec(line);
    if (opened?.[1] !== undefined) type = opened[1];
    else if (line === '  static {};') found.push({ name: `${type}.<clinit>`, lines: [] });
    else if (method?.[1] !== undefined)
      found.push({ name: `${type}.${method[1] === type ? '<init>' : method[1]}`, lines: [] });
    else if (at !== null) found.at(-1)?.lines.push(Number(at[1]));
  }
  return found.filter(({ lines }) => lines.length > 0);
}
