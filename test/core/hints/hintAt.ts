import { heedNothing } from '../../../src/core/heed.ts';
import { explainLeak } from '../../../src/core/hints/explainLeak.ts';
import type { Hint, HintInput } from '../../../src/core/hints/hint.ts';
import { PackageCode } from '../../../src/core/hints/packageCode.ts';
import { syntax } from '../code/parser.ts';

/** What `hintAt` may be told beyond the source. */
export interface HintOptions {
  readonly file?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly stack?: readonly string[];
  readonly callers?: HintInput['callers'];
  readonly retained?: number | null;
  readonly kind?: HintInput['kind'];
}

/** The hint for the line that `mark` stands on, in a package of one file and `more`. */
export async function hintAt(text: string, mark: string, options: HintOptions = {}): Promise<Hint | null> {
  const line = text.split('\n').findIndex(each => each.includes(mark)) + 1;
  if (line === 0) throw new Error(`no line has ${mark}`);
  return hintOf(text, line, options);
}

/** The hint that the stack alone and the package's files give. */
export function hintOfStack(stack: readonly string[], text = ''): Promise<Hint | null> {
  return hintOf(text, 0, { stack });
}

async function hintOf(text: string, line: number, options: HintOptions): Promise<Hint | null> {
  const { file = 'a.go', more = {}, stack = [], callers = [], retained = null, kind = 'memory' } = options;
  const code = new PackageCode(syntax, new Map([[file, text], ...Object.entries(more)]));
  const site = line === 0 ? null : { file, line, name: '' };
  try {
    return await explainLeak(code, { kind, site, callers, stack, retained, references: null }, heedNothing);
  } finally {
    code.dispose();
  }
}
