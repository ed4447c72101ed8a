import type { BodyDeclaration } from '../code/declarations/declaration.ts';
import { javascriptDeclarations } from '../code/declarations/javascriptDeclarations.ts';
import { languageOf } from '../code/language.ts';
import { isToken, type Tokens, tokenize, tokenText } from '../code/tokens.ts';
import { maxSourceLength } from './hint.ts';

/** One file of JavaScript or TypeScript. */
export interface JsFile {
  readonly path: string;
  readonly tokens: Tokens;
  readonly functions: readonly BodyDeclaration[];
}

/** A file of the input, with the function at the site's line and all files that may touch its fields. */
export interface JsSite {
  readonly file: JsFile;
  readonly files: readonly JsFile[];
  readonly fn: BodyDeclaration;
  readonly line: number;
}

/** The site in its folder; null when its file is no JavaScript, is missing, or has no function there. */
export function jsSite(
  sources: ReadonlyMap<string, string>,
  site: { readonly file: string; readonly line: number } | null,
): JsSite | null {
  if (site === null || languageOf(site.file) !== 'javascript') return null;
  const files = jsFiles(sources);
  const file = files.find(({ path }) => path === site.file);
  // The innermost function is the last one that begins at or before the line.
  const fn = file?.functions.filter(({ line, endLine }) => line <= site.line && site.line <= endLine).at(-1);
  return file === undefined || fn === undefined ? null : { file, files, fn, line: site.line };
}

const readBefore = new WeakMap<ReadonlyMap<string, string>, readonly JsFile[]>();

/** Rules that look at one input after the other share what was read. */
function jsFiles(sources: ReadonlyMap<string, string>): readonly JsFile[] {
  const known = readBefore.get(sources);
  if (known !== undefined) return known;
  const files: JsFile[] = [];
  for (const [path, text] of sources) {
    if (languageOf(path) !== 'javascript' || isBundle(text)) continue;
    const tokens = tokenize(text, 'javascript');
    files.push({ path, tokens, functions: javascriptDeclarations(tokens) });
  }
  readBefore.set(sources, files);
  return files;
}

/** A bundle says nothing about its sources, and is too long for rules that look back and forth. */
function isBundle(text: string): boolean {
  return text.length > maxSourceLength || text.length > 300 * text.split('\n', 20_000).length;
}

/**
 * The first value of the module's own variable that the name at row `at` stands for, as the row after `=`; −1 when
 * a function around declares the name, when it is exported, or when it has no value.
 */
export function moduleVariable({ tokens }: JsFile, name: string, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (partner > i && isParameter(tokens, i, name)) return -1;
    else if (isDeclaration(tokens, i, name)) return isTopLevel(tokens, i) ? firstValue(tokens, i) : -1;
  }
  for (let i = at; i < tokens.count; i++) {
    if (isDeclaration(tokens, i, name) && isTopLevel(tokens, i)) return firstValue(tokens, i);
  }
  return -1;
}

function isDeclaration(tokens: Tokens, i: number, name: string): boolean {
  return (
    isToken(tokens, i, name) &&
    ['const', 'let', 'var', 'function', 'class'].some(word => isToken(tokens, i - 1, word))
  );
}

function isTopLevel(tokens: Tokens, at: number): boolean {
  for (let i = at; i >= 0; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (partner > i) return false;
  }
  return true;
}

function firstValue(tokens: Tokens, at: number): number {
  const equals = isToken(tokens, at - 2, 'export') ? -1 : valueAfterType(tokens, at + 1);
  return equals < 0 ? -1 : equals + 1;
}

/** True when the bracket that opens at row `open` is a function's body or parameters, and the name is among them. */
function isParameter(tokens: Tokens, open: number, name: string): boolean {
  const before = isToken(tokens, open - 1, '=>') ? open - 2 : open - 1;
  const close = isToken(tokens, before, ')') ? before : -1;
  if (close < 0) return isToken(tokens, before, name);
  const from = tokens.partner[close] ?? close;
  for (let i = from + 1; i < close; i++)
    if (isToken(tokens, i, name) && !isToken(tokens, i - 1, '.')) return true;
  return false;
}

/** The row of `=` after a name, a type annotation passed over. */
function valueAfterType(tokens: Tokens, from: number): number {
  if (isToken(tokens, from, '=')) return from;
  if (!isToken(tokens, from, ':')) return -1;
  for (let i = from + 1; i < Math.min(tokens.count, from + 60); i++) {
    if (isToken(tokens, i, '=')) return i;
    if (isToken(tokens, i, ';')) return -1;
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) i = partner;
  }
  return -1;
}

/** `map`, `set`, `array` or `object` of the value at a row; null for any other. */
export function collectionKind(tokens: Tokens, at: number): 'map' | 'set' | 'array' | 'object' | null {
  if (isToken(tokens, at, 'new')) {
    const made = tokenText(tokens, at + 1);
    return made === 'Map' ? 'map' : made === 'Set' ? 'set' : made === 'Array' ? 'array' : null;
  }
  if (isToken(tokens, at, '[') && tokens.partner[at] === at + 1) return 'array';
  if (isToken(tokens, at, '{') && tokens.partner[at] === at + 1) return 'object';
  const bare =
    isToken(tokens, at, 'Object') && isToken(tokens, at + 2, 'create') && isToken(tokens, at + 4, 'null');
  return bare ? 'object' : null;
}
