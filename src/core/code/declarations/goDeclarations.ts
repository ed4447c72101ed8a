import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../tokens.ts';
import type { BodyDeclaration } from './declaration.ts';

/** Functions and methods of a Go file that have a body, in order. */
export function goDeclarations(tokens: Tokens): BodyDeclaration[] {
  const found: BodyDeclaration[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (isOpening(tokens, i)) i = closing(tokens, i);
    else if (isToken(tokens, i, 'func') && (i === 0 || tokenLine(tokens, i) > tokenLine(tokens, i - 1))) {
      const declaration = readFunction(tokens, i);
      if (declaration === null) continue;
      found.push(declaration);
      i = declaration.close;
    }
  }
  return found;
}

/** The function literals that stand directly between two rows, not inside one another, in order. */
export function goLiterals(tokens: Tokens, from: number, to: number): BodyDeclaration[] {
  const found: BodyDeclaration[] = [];
  for (let i = from + 1; i < to; i++) {
    if (!isToken(tokens, i, 'func') || !isToken(tokens, i + 1, '(')) continue;
    const open = bodyOf(tokens, closing(tokens, i + 1) + 1);
    if (open === null || open >= to) continue;
    const close = closing(tokens, open);
    found.push({
      name: '',
      owner: '',
      line: tokenLine(tokens, i),
      endLine: tokenLine(tokens, close),
      open,
      close,
    });
    i = close;
  }
  return found;
}

function readFunction(tokens: Tokens, at: number): BodyDeclaration | null {
  let i = at + 1;
  let owner = '';
  if (isToken(tokens, i, '(')) {
    owner = receiverType(tokens, i);
    i = closing(tokens, i) + 1;
  }
  if (!isWord(tokens, i)) return null;
  const name = tokenText(tokens, i++);
  if (isToken(tokens, i, '[')) i = closing(tokens, i) + 1;
  if (!isToken(tokens, i, '(')) return null;
  const open = bodyOf(tokens, closing(tokens, i) + 1);
  if (open === null) return null;
  const close = closing(tokens, open);
  return { name, owner, line: tokenLine(tokens, at), endLine: tokenLine(tokens, close), open, close };
}

/** The type in `(c *lru[K, V])` or `(lru)`. */
function receiverType(tokens: Tokens, open: number): string {
  let type = '';
  for (let i = open + 1; i < closing(tokens, open) && !isToken(tokens, i, '['); i++) {
    if (isWord(tokens, i)) type = tokenText(tokens, i);
  }
  return type;
}

/** The `{` of a body after its parameters: results may hold `interface{…}`, `struct{…}` and `func(…)`. */
function bodyOf(tokens: Tokens, from: number): number | null {
  for (let i = from; i < tokens.count; i++) {
    if (isToken(tokens, i, '{')) {
      const inType = isToken(tokens, i - 1, 'interface') || isToken(tokens, i - 1, 'struct');
      if (!inType) return i;
      i = closing(tokens, i);
    } else if (isOpening(tokens, i)) i = closing(tokens, i);
    else if (isWord(tokens, i)) {
      // Without a body (assembly, linkname) the declaration ends with its line.
      if (isStatementStart(tokens, i)) return null;
    } else if (!['*', '**', '.', '<-', '...'].some(text => isToken(tokens, i, text))) return null;
  }
  return null;
}

function isStatementStart(tokens: Tokens, i: number): boolean {
  return ['func', 'var', 'type', 'const', 'import'].some(
    word => isToken(tokens, i, word) && tokenLine(tokens, i) > tokenLine(tokens, i - 1),
  );
}

function isOpening(tokens: Tokens, i: number): boolean {
  return isToken(tokens, i, '{') || isToken(tokens, i, '(') || isToken(tokens, i, '[');
}
