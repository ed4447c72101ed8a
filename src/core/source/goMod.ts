/** Where a `replace` points: a folder, relative to the file that says so or absolute, or another module. */
export type GoReplacement =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'module'; readonly path: string; readonly version: string };

/** What a go.mod or go.work says, as far as finding source needs it. */
export interface GoModFile {
  /** `''` in a go.work. */
  readonly module: string;
  /** Module path → version. */
  readonly require: ReadonlyMap<string, string>;
  readonly replace: ReadonlyMap<string, GoReplacement>;
  /** Folders of a go.work. */
  readonly use: readonly string[];
}

/** Reads a go.mod or go.work. Directives that it does not know, and broken lines, are passed over. */
export function parseGoMod(text: string): GoModFile {
  const require = new Map<string, string>();
  const replace = new Map<string, GoReplacement>();
  const use: string[] = [];
  let module = '';
  let block = '';
  for (const line of text.split('\n')) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    if (block !== '' && words[0] === ')') {
      block = '';
      continue;
    }
    if (block === '' && words[1] === '(') {
      block = words[0] ?? '';
      continue;
    }
    const [verb, args] = block === '' ? [words[0], words.slice(1)] : [block, words];
    const [first, second] = args;
    if (first === undefined) continue;
    if (verb === 'module') module = first;
    else if (verb === 'require' && second !== undefined) require.set(first, second);
    else if (verb === 'use') use.push(first);
    else if (verb === 'replace') addReplacement(replace, args);
  }
  return { module, require, replace, use };
}

function addReplacement(replace: Map<string, GoReplacement>, args: readonly string[]): void {
  const arrow = args.indexOf('=>');
  const from = args[0];
  const to = args[arrow + 1];
  if (arrow < 1 || from === undefined || to === undefined) return;
  const version = args[arrow + 2];
  replace.set(
    from,
    version === undefined ? { kind: 'folder', path: to } : { kind: 'module', path: to, version },
  );
}

function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/\/\/.*|"((?:[^"\\]|\\.)*)"|`([^`]*)`|=>|[()]|[^\s()"`]+/g)) {
    if (match[0].startsWith('//')) break;
    words.push(match[1] ?? match[2] ?? match[0]);
  }
  return words;
}
