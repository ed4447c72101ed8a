import { closing, isToken, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import type { Rule } from './hint.ts';
import { collectionKind, type JsFile, type JsSite, jsSite, moduleVariable } from './jsCode.ts';

/** A collection of a module or of a long-lived class. `name` is without `this.`. */
interface Collection {
  readonly kind: 'map' | 'set' | 'array' | 'object';
  readonly name: string;
  readonly isField: boolean;
}

const adders: Readonly<Record<string, readonly string[]>> = {
  map: ['set'],
  set: ['add'],
  array: ['push', 'unshift'],
  object: [],
};
/** Methods that neither shrink a collection nor hand it on. */
const harmless = new Set(
  'set add push unshift get has forEach keys values entries size length map filter some every find findIndex includes indexOf join at reduce flatMap toString concat findLast lastIndexOf'.split(
    ' ',
  ),
);
const readers = new Set([
  'String',
  'Boolean',
  'from',
  'isArray',
  'keys',
  'values',
  'entries',
  'stringify',
  'log',
  'Map',
  'Set',
]);

/** A module's or long-lived object's collection that gains at the site, and from which nothing ever takes. */
export const jsContainerOnlyFilled: Rule = input => {
  const site = jsSite(input.sources, input.site);
  const add = site === null ? null : additionAt(site);
  if (site === null || add === null) return null;
  const { collection, at } = add;
  const files = collection.isField ? site.files : [site.file];
  if (files.some(file => mayShrink(file, collection, site.file))) return null;
  const shown = collection.isField ? `this.${collection.name}` : collection.name;
  const where = collection.isField ? 'in this folder' : 'in this module';
  const sought = {
    map: '`delete` or `clear`',
    set: '`delete` or `clear`',
    array: '`splice`, `shift`, `pop` or `length = …`',
    object: '`delete`',
  };
  return {
    rule: 'jsContainerOnlyFilled',
    text: `\`${shown}\` is only added to: no ${sought[collection.kind]} on it, no reassignment and no check of its size was found ${where}.`,
    lines: [{ file: site.file.path, line: tokenLine(site.file.tokens, at) }],
  };
};

/** The addition on the site's line; where the line has none, V8 gives the function's line and its only addition counts. */
function additionAt(site: JsSite): { readonly collection: Collection; readonly at: number } | null {
  const { tokens } = site.file;
  const found: { readonly collection: Collection; readonly at: number }[] = [];
  for (let at = site.fn.open; at <= site.fn.close; at++) {
    if (site.line !== site.fn.line && tokenLine(tokens, at) !== site.line) continue;
    const collection = addedTo(site, at);
    if (collection === null) continue;
    found.push({ collection, at });
  }
  const [only] = found;
  const names = new Set(found.map(({ collection }) => collection.name));
  return names.size === 1 && only !== undefined ? only : null;
}

/** The collection whose name stands at row `at` and is added to there. */
function addedTo(site: JsSite, at: number): Collection | null {
  const { tokens } = site.file;
  const isField = isToken(tokens, at - 1, '.') && isToken(tokens, at - 2, 'this');
  if (isToken(tokens, at - 1, '.') && !isField) return null;
  const name = tokenText(tokens, at);
  const adds = isAddition(tokens, at);
  if (adds === null) return null;
  const value = isField ? fieldValue(site, at, name) : moduleVariable(site.file, name, at);
  if (value < 0) return null;
  const kind = collectionKind(tokens, value);
  if (kind === null) return null;
  const fits = adds === '' ? kind === 'object' : adders[kind]?.includes(adds) === true;
  return fits ? { kind, name, isField } : null;
}

/** The adding method's name, `''` for `name[key] = …` with a key that is no constant, null for no addition. */
function isAddition(tokens: Tokens, at: number): string | null {
  if (isToken(tokens, at + 1, '.') && isToken(tokens, at + 3, '(')) {
    const method = tokenText(tokens, at + 2);
    const constant =
      method === 'set' && /^(['"]).*\1$|^\d/.test(tokenText(tokens, at + 4)) && isToken(tokens, at + 5, ',');
    return constant ? null : method;
  }
  if (!isToken(tokens, at + 1, '[') || /^['"\d]/.test(tokenText(tokens, at + 2))) return null;
  const after = closing(tokens, at + 1) + 1;
  return isToken(tokens, after, '=') || isToken(tokens, after, '??=') ? '' : null;
}

/**
 * The first value of a field of the class around row `at`, when the class lives long: the module makes one at
 * its top, or its name says so.
 */
function fieldValue({ file: { tokens }, fn, file }: JsSite, at: number, name: string): number {
  if (fn.owner === '' || !livesLong(file, fn.owner)) return -1;
  const body = classAround(tokens, at);
  if (body === null) return -1;
  for (let i = body + 1; i < closing(tokens, body); i++) {
    if (!isToken(tokens, i, name)) continue;
    const ownField =
      tokens.partner[i - 1] !== undefined && !isToken(tokens, i - 1, '.') && depthIn(tokens, body, i) === 1;
    const assigned =
      isToken(tokens, i - 1, '.') && isToken(tokens, i - 2, 'this') && isToken(tokens, i + 1, '=');
    if (assigned && insideConstructor(file, i)) return i + 2;
    if (ownField)
      for (let j = i + 1; j < i + 40 && !isToken(tokens, j, ';'); j++)
        if (isToken(tokens, j, '=')) return j + 1;
  }
  return -1;
}

function livesLong(file: JsFile, owner: string): boolean {
  if (
    /cache|registry|store|pool|memo|manager|hub|broker|tracker|repository|session|server|service/i.test(owner)
  )
    return true;
  const { tokens } = file;
  for (let i = 0; i < tokens.count; i++) {
    const partner = tokens.partner[i] ?? -1;
    if (isToken(tokens, i, 'new') && isToken(tokens, i + 1, owner)) return true;
    if (partner > i) i = partner;
  }
  return false;
}

function insideConstructor({ functions }: JsFile, at: number): boolean {
  return functions.some(({ name, open, close }) => name === 'constructor' && open < at && at < close);
}

function classAround(tokens: Tokens, at: number): number | null {
  for (let i = at; i >= 0; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, '{')) {
      for (let j = i - 1; j >= 0 && j > i - 12 && !isToken(tokens, j, ';') && !isToken(tokens, j, '}'); j--) {
        if (isToken(tokens, j, 'class')) return i;
      }
    }
  }
  return null;
}

function depthIn(tokens: Tokens, body: number, at: number): number {
  let depth = 1;
  for (let i = body + 1; i < at; i++) {
    const partner = tokens.partner[i] ?? -1;
    if (partner > at) depth++;
    else if (partner > i) i = partner;
  }
  return depth;
}

/** True when a file takes from the collection, replaces it, looks at its size, or hands it on. */
function mayShrink(file: JsFile, { name, isField }: Collection, home: JsFile): boolean {
  const { tokens } = file;
  for (let at = 0; at < tokens.count; at++) {
    if (!isToken(tokens, at, name)) continue;
    const qualified = isToken(tokens, at - 1, '.') || isToken(tokens, at - 1, '?.');
    if (qualified !== isField) {
      // `{ name } = this` and `{ name }` as a shorthand hand the collection on.
      const shorthand =
        (isToken(tokens, at - 1, '{') || isToken(tokens, at - 1, ',')) &&
        (isToken(tokens, at + 1, '}') || isToken(tokens, at + 1, ','));
      if (shorthand && (isField || !qualified)) return true;
      continue;
    }
    if (!isHarmless(tokens, at, file === home, isField)) return true;
  }
  return false;
}

function isHarmless(tokens: Tokens, at: number, isHome: boolean, isField: boolean): boolean {
  const start = isField && isToken(tokens, at - 1, '.') ? at - 2 : at;
  if (isToken(tokens, start - 1, 'delete')) return false;
  if (isToken(tokens, at + 1, '=')) return isHome && (isFirst(tokens, at) || isDeclared(tokens, start));
  if (isToken(tokens, at + 1, ':')) return isHome && isDeclared(tokens, start);
  if (isToken(tokens, at + 1, '[')) return !isToken(tokens, start - 1, 'delete');
  if (isToken(tokens, at + 1, '.') || isToken(tokens, at + 1, '?.')) {
    const method = tokenText(tokens, at + 2);
    const sized = method === 'size' || method === 'length';
    const after = tokenText(tokens, at + 3);
    if (sized && (/^(?:[<>]=?|=|-=|--|%)$/.test(after) || /^[<>]=?$/.test(tokenText(tokens, start - 1))))
      return false;
    return harmless.has(method);
  }
  if (
    isToken(tokens, start - 1, 'of') ||
    isToken(tokens, start - 1, 'in') ||
    isToken(tokens, start - 1, '...')
  )
    return true;
  return isToken(tokens, start - 1, '(') && readers.has(tokenText(tokens, start - 2));
}

/** `this.items = new Map()` in a constructor is the first value. */
function isFirst(tokens: Tokens, at: number): boolean {
  return (
    collectionKind(tokens, at + 2) !== null && !isToken(tokens, at - 3, '=') && inConstructor(tokens, at)
  );
}

function inConstructor(tokens: Tokens, at: number): boolean {
  for (let i = at; i >= 0; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, '{')) {
      const open = isToken(tokens, i - 1, ')') ? (tokens.partner[i - 1] ?? -1) : -1;
      return isToken(tokens, open - 1, 'constructor');
    }
  }
  return false;
}

function isDeclared(tokens: Tokens, start: number): boolean {
  return ['const', 'let', 'var'].some(word => isToken(tokens, start - 1, word));
}
