import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../tokens.ts';
import type { BodyDeclaration } from './declaration.ts';

/** Functions of a Rust file that have a body; `owner` is the `impl`'s type, the trait or the module. */
export function rustDeclarations(tokens: Tokens): BodyDeclaration[] {
  const found: BodyDeclaration[] = [];
  const scopes: { readonly owner: string; readonly close: number }[] = [];
  for (let i = 0; i < tokens.count; i++) {
    while ((scopes.at(-1)?.close ?? Number.POSITIVE_INFINITY) < i) scopes.pop();
    if (isToken(tokens, i, 'fn') && isWord(tokens, i + 1)) {
      const open = bodyOf(tokens, i + 2);
      if (open === null) continue;
      const close = closing(tokens, open);
      const owner = scopes.at(-1)?.owner ?? '';
      const name = tokenText(tokens, i + 1);
      found.push({ name, owner, line: tokenLine(tokens, i), endLine: tokenLine(tokens, close), open, close });
    } else if (isToken(tokens, i, 'impl') || isToken(tokens, i, 'trait') || isToken(tokens, i, 'mod')) {
      if (i > 0 && !startsItem(tokens, i)) continue;
      const open = bodyOf(tokens, i + 1);
      if (open === null) continue;
      scopes.push({ owner: scopeName(tokens, i, open), close: closing(tokens, open) });
      i = open;
    }
  }
  return found;
}

/** `impl Trait` in a parameter's type opens no scope. */
function startsItem(tokens: Tokens, i: number): boolean {
  return [';', '{', '}', ']', 'pub', 'unsafe', 'default', 'auto', ')'].some(text =>
    isToken(tokens, i - 1, text),
  );
}

function bodyOf(tokens: Tokens, from: number): number | null {
  for (let i = from; i < tokens.count; i++) {
    if (isToken(tokens, i, '{')) return i;
    if (isToken(tokens, i, ';')) return null;
    if (isToken(tokens, i, '(') || isToken(tokens, i, '[')) i = closing(tokens, i);
  }
  return null;
}

/** The last plain name before type arguments: `Cache` of `impl<K> Insert<K> for store::Cache<K> where …`. */
function scopeName(tokens: Tokens, at: number, open: number): string {
  let name = '';
  let angles = 0;
  for (let i = at + 1; i < open && !isToken(tokens, i, 'where'); i++) {
    if (isToken(tokens, i, '<')) angles++;
    else if (isToken(tokens, i, '>')) angles--;
    else if (angles === 0 && isToken(tokens, i, ':')) break;
    else if (angles === 0 && isWord(tokens, i) && !isToken(tokens, i, 'for')) name = tokenText(tokens, i);
  }
  return name;
}
