import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../tokens.ts';
import type { BodyDeclaration } from './declaration.ts';

/** Functions of a C or C++ file that have a body; `owner` is the class or the innermost named namespace. */
export function cppDeclarations(tokens: Tokens): BodyDeclaration[] {
  const found: BodyDeclaration[] = [];
  scan(tokens, 0, tokens.count, '', found, 0);
  return found;
}

/** Scopes within scopes that are read; no code has as many, and each takes a call. */
const deepest = 200;

/** Reads one scope: a file, a namespace or a class. A header is what stands before a `{`. */
function scan(
  tokens: Tokens,
  from: number,
  to: number,
  owner: string,
  found: BodyDeclaration[],
  depth: number,
): void {
  if (depth > deepest) return;
  let header = from;
  for (let i = from; i < to; i++) {
    if (isToken(tokens, i, ';') || isToken(tokens, i, '}')) header = i + 1;
    else if (isToken(tokens, i, ':') && isAccess(tokens, i - 1)) header = i + 1;
    else if (isToken(tokens, i, '(') || isToken(tokens, i, '[')) i = closing(tokens, i);
    else if (isToken(tokens, i, '{')) {
      const close = closing(tokens, i);
      const parameters = parameterList(tokens, header, i);
      if (parameters !== null) {
        if (isMemberInitializer(tokens, parameters, i)) {
          i = close;
          continue;
        }
        const declaration = readFunction(tokens, parameters, i, owner);
        if (declaration !== null) found.push(declaration);
      } else {
        const scope = scopeName(tokens, header, i);
        if (scope !== null) scan(tokens, i + 1, close, scope === '' ? owner : scope, found, depth + 1);
      }
      i = close;
      if (!isToken(tokens, i + 1, ';') && !isToken(tokens, i + 1, ',')) header = i + 1;
    }
  }
}

function isAccess(tokens: Tokens, i: number): boolean {
  return ['public', 'private', 'protected'].some(word => isToken(tokens, i, word));
}

/** The `(` of the parameters in a header, null where the header is no function's. */
function parameterList(tokens: Tokens, from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    // A macro may stand in a namespace's header: `namespace std _VISIBILITY(default) {`.
    if (isToken(tokens, i, 'namespace')) return null;
    if (isToken(tokens, i, '=') && !isToken(tokens, i - 1, 'operator')) return null;
    if (isToken(tokens, i, '[')) i = closing(tokens, i);
    else if (isToken(tokens, i, '(')) {
      const callOperator = isToken(tokens, i - 1, 'operator');
      const attribute = [
        '__attribute__',
        'alignas',
        '__declspec',
        'decltype',
        'noexcept',
        'explicit',
        'requires',
      ].some(word => isToken(tokens, i - 1, word));
      if (attribute || callOperator) i = closing(tokens, i);
      else
        return isWord(tokens, i - 1) || isToken(tokens, i - 1, '>') || operatorBefore(tokens, i) ? i : null;
    }
  }
  return null;
}

/** `operator` may be followed by anything up to the parameters: `operator std::string(`, `operator[](`. */
function operatorBefore(tokens: Tokens, parameters: number): number | null {
  for (let i = parameters - 1; i > parameters - 5; i--) if (isToken(tokens, i, 'operator')) return i;
  return null;
}

/** In `T::T() : a(1), b{2} {` the first brace is a value's. */
function isMemberInitializer(tokens: Tokens, parameters: number, brace: number): boolean {
  const after = closing(tokens, parameters) + 1;
  let initializes = false;
  for (let i = after; i < brace; i++) {
    if (isToken(tokens, i, ':')) initializes = true;
    if (isToken(tokens, i, '(')) i = closing(tokens, i);
  }
  const before = brace - 1;
  return (
    initializes && (isWord(tokens, before) || isToken(tokens, before, '>')) && !isToken(tokens, before, 'try')
  );
}

function readFunction(
  tokens: Tokens,
  parameters: number,
  open: number,
  scope: string,
): BodyDeclaration | null {
  let at = parameters - 1;
  const operator = operatorBefore(tokens, parameters);
  let name = '';
  if (operator !== null) {
    for (let i = operator + 1; i <= at; i++) name += tokenText(tokens, i);
    name = `operator${/^\w/.test(name) ? ' ' : ''}${name}`;
    at = operator;
  } else {
    if (isToken(tokens, at, '>')) at = beforeAngles(tokens, at);
    if (!isWord(tokens, at)) return null;
    name = tokenText(tokens, at);
    if (isToken(tokens, at - 1, '~')) name = `~${tokenText(tokens, at--)}`;
  }
  if (['if', 'for', 'while', 'switch', 'catch', 'return'].includes(name)) return null;
  let owner = scope;
  if (isToken(tokens, at - 1, '::')) {
    const before = isToken(tokens, at - 2, '>') ? beforeAngles(tokens, at - 2) : at - 2;
    if (isWord(tokens, before)) owner = tokenText(tokens, before);
  }
  const close = closing(tokens, open);
  return { name, owner, line: tokenLine(tokens, at), endLine: tokenLine(tokens, close), open, close };
}

function beforeAngles(tokens: Tokens, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (isToken(tokens, i, '>')) depth++;
    else if (isToken(tokens, i, '<') && --depth === 0) return i - 1;
  }
  return -1;
}

/** The name of the class or namespace that a header opens, `''` for an unnamed one, null for anything else. */
function scopeName(tokens: Tokens, from: number, to: number): string | null {
  let name = '';
  let opens = false;
  for (let i = from; i < to; i++) {
    if (isToken(tokens, i, '<')) i = afterAngles(tokens, i, to);
    else if (isToken(tokens, i, '(')) i = closing(tokens, i);
    else if (isToken(tokens, i + 1, '(')) continue;
    else if (['namespace', 'class', 'struct', 'union', 'extern'].some(word => isToken(tokens, i, word))) {
      opens = true;
      name = '';
    } else if (isToken(tokens, i, 'enum') || isToken(tokens, i, '=')) return null;
    else if (opens && isToken(tokens, i, ':')) break;
    else if (opens && isWord(tokens, i) && !isToken(tokens, i, 'final')) name = tokenText(tokens, i);
  }
  return opens ? name : null;
}

function afterAngles(tokens: Tokens, open: number, to: number): number {
  let depth = 0;
  for (let i = open; i < to; i++) {
    if (isToken(tokens, i, '<')) depth++;
    else if (isToken(tokens, i, '>') && --depth === 0) return i;
  }
  return to;
}
