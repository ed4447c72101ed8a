import { closing, isToken, isWord, type Tokens, tokenKind, tokenLine, tokenText } from '../tokens.ts';
import type { BodyDeclaration } from './declaration.ts';

const notNames = new Set(
  'if for while switch catch with function return typeof await new super import class do else in of'.split(
    ' ',
  ),
);

/** Named functions, methods and arrows of a JavaScript or TypeScript file, nested ones included. */
export function javascriptDeclarations(tokens: Tokens): BodyDeclaration[] {
  const found: BodyDeclaration[] = [];
  const classes: { readonly name: string; readonly open: number; readonly close: number }[] = [];
  const add = (name: string, at: number, open: number, close: number) => {
    while ((classes.at(-1)?.close ?? Number.POSITIVE_INFINITY) < at) classes.pop();
    const owner = ownerOf(tokens, at) ?? classes.at(-1)?.name ?? '';
    found.push({
      name: name.replace('#', ''),
      owner,
      line: tokenLine(tokens, at),
      endLine: tokenLine(tokens, close),
      open,
      close,
    });
  };
  const ends = new Int32Array(tokens.count + 1).fill(-1);
  for (let i = 0; i < tokens.count; i++) {
    if (isToken(tokens, i, 'class') && !isToken(tokens, i - 1, '.')) {
      const open = classBody(tokens, i);
      const name =
        isWord(tokens, i + 1) && !isToken(tokens, i + 1, 'extends') ? tokenText(tokens, i + 1) : '';
      if (open !== null) classes.push({ name, open, close: closing(tokens, open) });
    } else if (isToken(tokens, i, 'function')) {
      const open = functionBody(tokens, i);
      if (open !== null) add(functionName(tokens, i), i, open, closing(tokens, open));
    } else if (isToken(tokens, i, '=>')) {
      const start = arrowStart(tokens, i);
      const close = isToken(tokens, i + 1, '{') ? closing(tokens, i + 1) : expressionEnd(tokens, i + 1, ends);
      add(assignedName(tokens, start), start, i + 1, close);
    } else if (isMethodName(tokens, i)) {
      const open = bodyAfterParameters(tokens, i + 1);
      if (open !== null)
        add(tokenText(tokens, i).replace(/^['"]|['"]$/g, ''), i, open, closing(tokens, open));
    }
  }
  return found.filter(({ name }) => name !== '');
}

function isMethodName(tokens: Tokens, i: number): boolean {
  if (!isWord(tokens, i) && tokens.kind[i] !== tokenKind.string) return false;
  if (notNames.has(tokenText(tokens, i)) || isFunctionName(tokens, i)) return false;
  if (isToken(tokens, i - 1, '.') || isToken(tokens, i - 1, '?.')) return false;
  return isToken(tokens, i + 1, '(') || (isToken(tokens, i + 1, '<') && !isToken(tokens, i + 2, '='));
}

function isFunctionName(tokens: Tokens, i: number): boolean {
  return isToken(tokens, isToken(tokens, i - 1, '*') ? i - 2 : i - 1, 'function');
}

/** The `{` after `(…)`, with type parameters before and a result type between; null where a call ends. */
function bodyAfterParameters(tokens: Tokens, from: number): number | null {
  const parameters = isToken(tokens, from, '<') ? afterAngles(tokens, from) : from;
  if (!isToken(tokens, parameters, '(')) return null;
  const after = closing(tokens, parameters) + 1;
  if (isToken(tokens, after, '{')) return after;
  return isToken(tokens, after, ':') ? afterType(tokens, after + 1, '{') : null;
}

function functionBody(tokens: Tokens, at: number): number | null {
  let i = at + 1;
  if (isToken(tokens, i, '*')) i++;
  if (isWord(tokens, i)) i++;
  return bodyAfterParameters(tokens, i);
}

function functionName(tokens: Tokens, at: number): string {
  const i = isToken(tokens, at + 1, '*') ? at + 2 : at + 1;
  return isWord(tokens, i)
    ? tokenText(tokens, i)
    : assignedName(tokens, isToken(tokens, at - 1, 'async') ? at - 1 : at);
}

/** The name that the expression at `start` gets: `name =`, `name:`, `this.name =`, `const name: Type =`. */
function assignedName(tokens: Tokens, start: number): string {
  if (isToken(tokens, start - 1, ':')) {
    const key = start - 2;
    if (tokens.kind[key] === tokenKind.string) return tokenText(tokens, key).slice(1, -1);
    return isWord(tokens, key) ? tokenText(tokens, key) : '';
  }
  if (!isToken(tokens, start - 1, '=')) return '';
  if (isWord(tokens, start - 2) && !isToken(tokens, start - 3, ':')) return tokenText(tokens, start - 2);
  // A type stands between the name and `=`.
  for (let i = start - 2; i > Math.max(0, start - 60); i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, ';') || isToken(tokens, i, '{') || isToken(tokens, i, '=')) return '';
    else if (isToken(tokens, i, ':') && isWord(tokens, i - 1)) {
      const declared = [
        'const',
        'let',
        'var',
        'readonly',
        'private',
        'public',
        'protected',
        'static',
        '{',
        ';',
        '}',
      ];
      if (declared.some(word => isToken(tokens, i - 2, word))) return tokenText(tokens, i - 1);
    }
  }
  return '';
}

/** Where the parameters of the arrow `=>` at `arrow` begin, with `async` and type parameters. */
function arrowStart(tokens: Tokens, arrow: number): number {
  let i = arrow - 1;
  if (
    !isToken(tokens, i, ')') &&
    !(isWord(tokens, i) && !isToken(tokens, i - 1, ':') && !isToken(tokens, i - 1, '.'))
  ) {
    i = resultTypeStart(tokens, arrow);
  } else if (isWord(tokens, i) && (isToken(tokens, i - 1, ':') || isToken(tokens, i - 1, '|'))) {
    i = resultTypeStart(tokens, arrow);
  }
  const partner = tokens.partner[i] ?? -1;
  let start = partner >= 0 && partner < i ? partner : i;
  if (isToken(tokens, start - 1, '>')) start = beforeAngles(tokens, start - 1);
  return isToken(tokens, start - 1, 'async') ? start - 1 : start;
}

/** The `)` before a result type: `(a: A): Promise<B> =>`. */
function resultTypeStart(tokens: Tokens, arrow: number): number {
  for (let i = arrow - 1; i > Math.max(0, arrow - 60); i--) {
    const partner = tokens.partner[i] ?? -1;
    if (isToken(tokens, i, ':') && isToken(tokens, i - 1, ')')) return i - 1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, ';') || isToken(tokens, i, '=')) break;
  }
  return arrow - 1;
}

/** The row where an expression ends: before a `,`, `;` or closing bracket of its surroundings. */
function expressionEnd(tokens: Tokens, from: number, ends: Int32Array): number {
  let i = from;
  let end: number | null = null;
  const passed: number[] = [];
  while (end === null) {
    const known = i < tokens.count ? (ends[i] ?? -1) : tokens.count - 1;
    if (known >= 0) {
      end = known;
      break;
    }
    passed.push(i);
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) i = partner;
    else if (partner >= 0 || isToken(tokens, i, ';') || isToken(tokens, i, ',')) {
      end = i - 1;
      break;
    }
    const next = i + 1;
    const isLast =
      tokenLine(tokens, next) > tokenLine(tokens, i) &&
      endsStatement(tokens, i) &&
      beginsStatement(tokens, next);
    if (isLast) end = i;
    else i = next;
  }
  for (const at of passed) ends[at] = end;
  return end;
}

function endsStatement(tokens: Tokens, i: number): boolean {
  return tokens.kind[i] !== tokenKind.punctuation || [')', ']', '}'].includes(tokenText(tokens, i));
}

function beginsStatement(tokens: Tokens, i: number): boolean {
  return isWord(tokens, i) && !['in', 'of', 'instanceof', 'as', 'satisfies'].includes(tokenText(tokens, i));
}

/** `Cart` of `Cart.prototype.add = function`, and of `Cart.add = …`. */
function ownerOf(tokens: Tokens, at: number): string | null {
  if (!isToken(tokens, at - 1, '=') || !isToken(tokens, at - 3, '.')) return null;
  const owner = isToken(tokens, at - 4, 'prototype') ? at - 6 : at - 4;
  const name = tokenText(tokens, owner);
  return isWord(tokens, owner) && !['this', 'exports', 'module'].includes(name) ? name : null;
}

function classBody(tokens: Tokens, at: number): number | null {
  for (let i = at + 1; i < Math.min(tokens.count, at + 80); i++) {
    if (isToken(tokens, i, '{')) return i;
    if (isToken(tokens, i, ';') || isToken(tokens, i, ')')) return null;
    if (isToken(tokens, i, '(')) i = closing(tokens, i);
  }
  return null;
}

/** The row of `stop` after a type; an object type's own braces belong to the type. */
function afterType(tokens: Tokens, from: number, stop: string): number | null {
  for (let i = from; i < tokens.count; i++) {
    const operand = ['|', '&', ':', '<', '=>', ',', '?', 'is', 'extends'].some(text =>
      isToken(tokens, i - 1, text),
    );
    if (isToken(tokens, i, stop) && !operand) return i;
    if (isToken(tokens, i, '{') || isToken(tokens, i, '(') || isToken(tokens, i, '[')) i = closing(tokens, i);
    else if ([';', '=', '}', ')'].some(text => isToken(tokens, i, text))) return null;
  }
  return null;
}

function afterAngles(tokens: Tokens, open: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(tokens.count, open + 120); i++) {
    if (isToken(tokens, i, '<')) depth++;
    else if (isToken(tokens, i, '>') && --depth === 0) return i + 1;
    else if (isToken(tokens, i, ';') || isToken(tokens, i, ')')) return -1;
  }
  return -1;
}

function beforeAngles(tokens: Tokens, close: number): number {
  let depth = 0;
  for (let i = close; i > Math.max(0, close - 120); i--) {
    if (isToken(tokens, i, '>')) depth++;
    else if (isToken(tokens, i, '<') && --depth === 0) return i;
  }
  return close + 1;
}
