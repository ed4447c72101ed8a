import type { Language } from './language.ts';

/** The end of the line that holds `at`; with `continued`, of the last line that a backslash joins to it. */
export function lineEnd(text: string, at: number, continued: boolean): number {
  let end = text.indexOf('\n', at);
  while (continued && end > 0 && text.charAt(text.charAt(end - 1) === '\r' ? end - 2 : end - 1) === '\\') {
    end = text.indexOf('\n', end + 1);
  }
  return end < 0 ? text.length : end;
}

/** The end of the block comment that opens at `at`. */
export function blockCommentEnd(text: string, at: number, nests: boolean): number {
  let depth = 1;
  let from = at + 2;
  for (;;) {
    const close = text.indexOf('*/', from);
    if (close < 0) return text.length;
    const open = nests ? text.indexOf('/*', from) : -1;
    if (open >= 0 && open < close) {
      depth++;
      from = open + 2;
    } else if (--depth === 0) return close + 2;
    else from = close + 2;
  }
}

/**
 * The end of the string, character or regular expression literal that begins at `at`; `at` itself when none
 * does. `previous` gives the token before it, by which JavaScript tells a regular expression from a division.
 */
export function stringEnd(text: string, at: number, language: Language, previous: () => string): number {
  const char = text.charAt(at);
  switch (language) {
    case 'go':
      if (char === '`') return past(text, '`', at + 1);
      return char === '"' || char === "'" ? quotedEnd(text, at) : at;
    case 'cpp':
      return cppStringEnd(text, at, char);
    case 'rust':
      return rustStringEnd(text, at, char);
    case 'python':
      return pythonStringEnd(text, at, char);
    case 'javascript':
      if (char === '`') return templateEnd(text, at + 1);
      if (char === '/') return allowsRegExp(previous()) ? regExpEnd(text, at) : at;
      return char === '"' || char === "'" ? quotedEnd(text, at) : at;
  }
}

/** A string on one line; one without an end stops where the line does, so that prose in JSX does little harm. */
function quotedEnd(text: string, at: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code === 10) return i;
    if (code === 92) i++;
  }
  return text.length;
}

function cppStringEnd(text: string, at: number, char: string): number {
  if (char === '"' || char === "'") return quotedEnd(text, at);
  if (!'LRUu'.includes(char)) return at;
  const raw = /(?:u8|[LUu])?R"([^()\\\s]{0,16})\(/y;
  raw.lastIndex = at;
  const open = raw.exec(text);
  return open === null ? at : past(text, `)${open[1] ?? ''}"`, raw.lastIndex);
}

function rustStringEnd(text: string, at: number, char: string): number {
  if (char === '"') return multilineEnd(text, at);
  if (char === "'") {
    // 'a' is a character, 'a alone a lifetime.
    const character = /'(?:\\(?:u\{[0-9a-fA-F_]{1,8}\}|x..|.)|[^'\\\n]{1,2})'/y;
    character.lastIndex = at;
    return character.test(text) ? character.lastIndex : at;
  }
  if (char !== 'r' && char !== 'b') return at;
  const raw = /b?r(#{0,16})"/y;
  raw.lastIndex = at;
  const open = raw.exec(text);
  return open === null ? at : past(text, `"${open[1] ?? ''}`, raw.lastIndex);
}

function multilineEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1;
    if (code === 92) i++;
  }
  return text.length;
}

function pythonStringEnd(text: string, at: number, char: string): number {
  if (!'"\'rRbBfFuUtT'.includes(char)) return at;
  const open = /[rRbBfFuUtT]{0,2}("""|'''|"|')/y;
  open.lastIndex = at;
  const quote = open.exec(text)?.[1];
  if (quote === undefined) return at;
  if (quote.length === 1) return quotedEnd(text, open.lastIndex - 1);
  for (let i = open.lastIndex; i < text.length; i++) {
    if (text.charCodeAt(i) === 92) i++;
    else if (text.startsWith(quote, i)) return i + 3;
  }
  return text.length;
}

/** A template literal is one token, whatever its `${…}` hold; they may hold templates of their own. */
function templateEnd(text: string, from: number): number {
  // One entry for each open template: how many braces are open in its current `${`, 0 in its text.
  const open = [0];
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    const top = open.length - 1;
    const braces = open[top] ?? 0;
    if (char === '\\') i++;
    else if (char === '`') {
      if (braces > 0) open.push(0);
      else if (top === 0) return i + 1;
      else open.pop();
    } else if (braces === 0) {
      if (char === '$' && text.charAt(i + 1) === '{') {
        open[top] = 1;
        i++;
      }
    } else if (char === '{') open[top] = braces + 1;
    else if (char === '}') open[top] = braces - 1;
    else if (char === '"' || char === "'") i = quotedEnd(text, i) - 1;
  }
  return text.length;
}

const beforeExpression = new Set(
  'return typeof case in of do else delete void throw new await yield instanceof'.split(' '),
);

function allowsRegExp(previous: string): boolean {
  if (previous === '' || beforeExpression.has(previous)) return true;
  return !/[\w$)\]}"'`]$/.test(previous) && previous !== '++' && previous !== '--' && previous !== '<';
}

/** Longer than any regular expression that is written: a line of slashes is not looked through once for each. */
const longestRegExp = 4_000;

function regExpEnd(text: string, at: number): number {
  let inClass = false;
  const last = Math.min(text.length, at + longestRegExp);
  for (let i = at + 1; i < last; i++) {
    const char = text.charAt(i);
    if (char === '\n') return at;
    if (char === '\\') i++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      const flags = /[a-z]*/y;
      flags.lastIndex = i + 1;
      flags.test(text);
      return flags.lastIndex;
    }
  }
  return at;
}

function past(text: string, close: string, from: number): number {
  const at = text.indexOf(close, from);
  return at < 0 ? text.length : at + close.length;
}
