import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../tokens.ts';
import type { Declaration } from './declaration.ts';

/** A `def` or `class` whose block is still open. */
interface Block {
  readonly name: string;
  readonly column: number;
  readonly isClass: boolean;
  readonly line: number;
  readonly owner: string;
}

/** Functions and methods of a Python file, by indentation, inner ones after the outer they end before. */
export function pythonDeclarations(tokens: Tokens): Declaration[] {
  const found: Declaration[] = [];
  const open: Block[] = [];
  let decorated = 0;
  let previousLine = 0;
  const leave = (column: number) => {
    for (let block = open.at(-1); block !== undefined && block.column >= column; block = open.at(-1)) {
      open.pop();
      const { name, owner, line } = block;
      if (!block.isClass) found.push({ name, owner, line, endLine: previousLine });
    }
  };
  for (let i = 0; i < tokens.count; i++) {
    const line = tokenLine(tokens, i);
    if (i === 0 || line > previousLine) {
      leave(columnOf(tokens, i));
      if (isToken(tokens, i, '@')) decorated ||= line;
      const at = isToken(tokens, i, 'async') ? i + 1 : i;
      const isClass = isToken(tokens, at, 'class');
      if ((isClass || isToken(tokens, at, 'def')) && isWord(tokens, at + 1)) {
        const outer = open.at(-1);
        open.push({
          name: tokenText(tokens, at + 1),
          column: columnOf(tokens, i),
          isClass,
          // CPython counts a function from its first decorator.
          line: decorated || line,
          owner: outer?.isClass === true ? outer.name : '',
        });
      }
      if (!isToken(tokens, i, '@')) decorated = 0;
    }
    if ((tokens.partner[i] ?? -1) > i) i = closing(tokens, i);
    previousLine = lastLine(tokens, i);
  }
  leave(0);
  return found.sort((a, b) => a.line - b.line);
}

/** A string over several lines ends on a later line than it starts on. */
function lastLine(tokens: Tokens, i: number): number {
  const text = tokenText(tokens, i);
  return tokenLine(tokens, i) + (text.includes('\n') ? text.split('\n').length - 1 : 0);
}

function columnOf(tokens: Tokens, i: number): number {
  const start = tokens.start[i] ?? 0;
  return start - (tokens.text.lastIndexOf('\n', start - 1) + 1);
}
