import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** Who wrote a line, and in which commit. */
export interface LineAuthor {
  readonly hash: string;
  readonly author: string;
  /** `2024-03-01`, as the author's clock had it. */
  readonly date: string;
  readonly subject: string;
}

const run = promisify(execFile);
/** Milliseconds; a blame that takes longer is not worth waiting for. */
const patience = 3_000;
/** What a repository's own settings could have git start. */
const nothingElse = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-pager'];

/** Null where git does not tell: none installed, no repository, a line that is not committed. `line` is 1-based. */
export async function lineAuthor(file: string, line: number): Promise<LineAuthor | null> {
  try {
    const args = ['blame', '--porcelain', '--no-textconv', '-L', `${line},${line}`, '--', file];
    const { stdout } = await run('git', [...nothingElse, ...args], {
      cwd: dirname(file),
      timeout: patience,
      maxBuffer: 1 << 20,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
    return parseBlame(stdout);
  } catch {
    return null;
  }
}

/** Reads `git blame --porcelain` of one line; null for a line that is not committed. */
export function parseBlame(text: string): LineAuthor | null {
  const lines = text.split('\n');
  const hash = /^[0-9a-f]{40,64}(?= )/.exec(lines[0] ?? '')?.[0] ?? '';
  const field = (name: string): string =>
    lines.find(each => each.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  const seconds = Number(field('author-time'));
  const author = field('author');
  if (/^0*$/.test(hash) || author === '' || !Number.isFinite(seconds)) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d)(\d\d)$/.exec(field('author-tz')) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60;
  const date = new Date((seconds + offset) * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return { hash: hash.slice(0, 8), author, date: date.toISOString().slice(0, 10), subject: field('summary') };
}
