import type { Language } from './language.ts';
import { blockCommentEnd, lineEnd, stringEnd } from './literals.ts';
import { directiveReader } from './preprocessor.ts';

/** What a token is. Comments, white space and preprocessor lines are none. */
export const tokenKind = { word: 0, number: 1, string: 2, punctuation: 3 } as const;

/** The tokens of a source text, one row each, in order. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** A `tokenKind`. */
  readonly kind: Uint8Array;
  /** The token is `text.slice(start[i], end[i])`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1-based line of the token's first character. */
  readonly line: Uint32Array;
  /** Of a bracket, the row of its partner; −1 for any other token and for a bracket without partner. */
  readonly partner: Int32Array;
  /** Lines in the text. */
  readonly lines: number;
}

/** Operators of more than one character. `>>` is left apart: it closes type arguments too. */
const operators = new Set(
  ':= == != <= >= => -> <- :: ++ -- += -= *= /= %= |= &= ^= && || ?? ?. ... ** ..'.split(' '),
);

/** Splits a text into tokens, in time linear in its length. What does not lex is skipped, never an error. */
export function tokenize(text: string, language: Language): Tokens {
  const size = text.length + 1;
  const kind = new Uint8Array(size);
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const line = new Uint32Array(size);
  let count = 0;
  let row = 1;
  let at = 0;
  let depth = 0;
  const directiveEnd = directiveReader(text);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10) row++;
    if (code <= 32) {
      at++;
      continue;
    }
    const startsLine = count === 0 || line[count - 1] !== row;
    const isDirective = code === 35 && language === 'cpp' && startsLine;
    const skipped = isDirective ? directiveEnd(at, depth) : commentEnd(text, at, language);
    if (skipped > at) {
      row += newlines(text, at, skipped);
      at = skipped;
      continue;
    }
    const literal = stringEnd(text, at, language, () =>
      count === 0 ? '' : text.slice(start[count - 1], end[count - 1]),
    );
    let next: number;
    if (literal > at) {
      kind[count] = tokenKind.string;
      next = literal;
    } else if (isWordStart(code) || (code === 35 && language === 'javascript')) {
      kind[count] = tokenKind.word;
      next = wordEnd(text, at + 1);
    } else if (code >= 48 && code <= 57) {
      kind[count] = tokenKind.number;
      next = numberEnd(text, at + 1, language);
    } else {
      kind[count] = tokenKind.punctuation;
      next = at + operatorLength(text, at);
      if (code === 123 || code === 40) depth++;
      else if (code === 125 || code === 41) depth--;
    }
    start[count] = at;
    end[count] = next;
    line[count] = row;
    count++;
    if (literal > at) row += newlines(text, at, next);
    at = next;
  }
  return {
    text,
    count,
    kind: kind.slice(0, count),
    start: start.slice(0, count),
    end: end.slice(0, count),
    line: line.slice(0, count),
    partner: pairBrackets(text, start, end, kind, count),
    lines: row,
  };
}

/** The text of token `i`, `''` outside the list. */
export function tokenText(tokens: Tokens, i: number): string {
  return i < 0 || i >= tokens.count ? '' : tokens.text.slice(tokens.start[i], tokens.end[i]);
}

/** True when token `i` is that very text, and not a string that reads alike. */
export function isToken(tokens: Tokens, i: number, text: string): boolean {
  const start = tokens.start[i];
  return (
    start !== undefined &&
    i >= 0 &&
    (tokens.end[i] ?? 0) - start === text.length &&
    tokens.kind[i] !== tokenKind.string &&
    tokens.text.startsWith(text, start)
  );
}

/** True when token `i` is an identifier or keyword. */
export function isWord(tokens: Tokens, i: number): boolean {
  return i >= 0 && i < tokens.count && tokens.kind[i] === tokenKind.word;
}

/** The line of token `i`; of the last one when `i` is past the end. */
export function tokenLine(tokens: Tokens, i: number): number {
  return tokens.line[Math.min(i, tokens.count - 1)] ?? 1;
}

/** The partner of bracket `i`, or the last token when it has none: a text that is being typed still ends. */
export function closing(tokens: Tokens, i: number): number {
  const partner = tokens.partner[i] ?? -1;
  return partner < 0 ? tokens.count - 1 : partner;
}

function commentEnd(text: string, at: number, language: Language): number {
  const code = text.charCodeAt(at);
  if (code === 35) {
    const comment = language === 'python' || (language === 'javascript' && at === 0);
    return comment ? lineEnd(text, at, false) : at;
  }
  if (code !== 47 || language === 'python') return at;
  const second = text.charCodeAt(at + 1);
  if (second === 47) return lineEnd(text, at, language === 'cpp');
  return second === 42 ? blockCommentEnd(text, at, language === 'rust') : at;
}

function pairBrackets(
  text: string,
  start: Uint32Array,
  end: Uint32Array,
  kind: Uint8Array,
  count: number,
): Int32Array {
  const partner = new Int32Array(count).fill(-1);
  const open: number[] = [];
  /** How many of each kind are open: one that is not is not looked for. */
  const opened = [0, 0, 0];
  const opens = '([{';
  const closes = ')]}';
  for (let i = 0; i < count; i++) {
    const from = start[i] ?? 0;
    if (kind[i] !== tokenKind.punctuation || (end[i] ?? 0) - from !== 1) continue;
    const char = text.charAt(from);
    const opening = opens.indexOf(char);
    if (opening >= 0) {
      open.push(i);
      opened[opening] = (opened[opening] ?? 0) + 1;
    }
    const which = closes.indexOf(char);
    if (which < 0 || opened[which] === 0) continue;
    // A bracket that nobody opened is passed over; one that nobody closed ends with its surroundings.
    let opener: number | undefined;
    let kindOf = -1;
    while (kindOf !== which) {
      opener = open.pop();
      if (opener === undefined) break;
      kindOf = opens.indexOf(text.charAt(start[opener] ?? 0));
      opened[kindOf] = (opened[kindOf] ?? 0) - 1;
    }
    if (opener === undefined) continue;
    partner[opener] = i;
    partner[i] = opener;
  }
  return partner;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

function isWordStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 127
  );
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordStart(code) && !(code >= 48 && code <= 57)) break;
    at++;
  }
  return at;
}

function numberEnd(text: string, from: number, language: Language): number {
  let at = wordEnd(text, from);
  for (;;) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    const fraction = code === 46 && next >= 48 && next <= 57;
    const separator = code === 39 && language === 'cpp' && next >= 48 && next <= 57;
    if (!fraction && !separator) return at;
    at = wordEnd(text, at + 1);
  }
}

function operatorLength(text: string, at: number): number {
  const three = text.slice(at, at + 3);
  if (operators.has(three)) return three.length;
  return operators.has(three.slice(0, 2)) ? 2 : 1;
}
