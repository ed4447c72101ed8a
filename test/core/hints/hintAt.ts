import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import type { Hint } from '../../../src/core/hints/hint.ts';

/** What `hintAt` may be told beyond the source. */
export interface HintOptions {
  readonly file?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly stack?: readonly string[];
  readonly retained?: number | null;
}

/** The hint for the line that `mark` stands on, in a package of one file and `more`. */
export function hintAt(text: string, mark: string, options: HintOptions = {}): Hint | null {
  const { file = 'a.go', more = {}, stack = [], retained = null } = options;
  const line = text.split('\n').findIndex(each => each.includes(mark)) + 1;
  if (line === 0) throw new Error(`no line has ${mark}`);
  const sources = new Map([[file, text], ...Object.entries(more)]);
  return explainLeak({ sources, site: { file, line, name: '' }, stack, retained });
}
