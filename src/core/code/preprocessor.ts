import { lineEnd } from './literals.ts';

/**
 * Passes over C's preprocessor lines. Of `#if … #else …` both branches are read when the first closes the
 * brackets it opens, and only the first when it does not: then the second would open them once more.
 */
export function directiveReader(text: string): (at: number, depth: number) => number {
  const conditions: number[] = [];
  return (at, depth) => {
    const end = lineEnd(text, at, true);
    const word = directive(text, at);
    if (word.startsWith('if')) conditions.push(depth);
    else if (word === 'endif') conditions.pop();
    else if (word.startsWith('el') && conditions.at(-1) !== depth) {
      conditions.pop();
      return endOfCondition(text, end);
    }
    return end;
  };
}

/** The end of the `#endif` line that closes the conditional around `from`. */
function endOfCondition(text: string, from: number): number {
  let open = 1;
  for (const match of text.slice(from).matchAll(/^[ \t]*#[ \t]*(if|endif)/gm)) {
    open += match[1] === 'if' ? 1 : -1;
    if (open === 0) return lineEnd(text, from + match.index, true);
  }
  return text.length;
}

function directive(text: string, at: number): string {
  return /^#[ \t]*(\w*)/.exec(text.slice(at, at + 32))?.[1] ?? '';
}
