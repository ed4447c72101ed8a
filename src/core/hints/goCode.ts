import type { BodyDeclaration } from '../code/declarations/declaration.ts';
import { goDeclarations } from '../code/declarations/goDeclarations.ts';
import { closing, isToken, isWord, type Tokens, tokenize, tokenLine, tokenText } from '../code/tokens.ts';
import { maxSourceLength } from './hint.ts';

/** One file of a Go package. */
export interface GoFile {
  readonly path: string;
  readonly tokens: Tokens;
  readonly functions: readonly BodyDeclaration[];
}

/** A struct type's field, or a package-level variable: its type as text, and where it is declared. */
export interface GoVariable {
  readonly name: string;
  /** Tokens of the type without spaces, `map[string]*T`; of a variable without one, those of its first value. */
  readonly type: string;
  readonly file: GoFile;
  readonly line: number;
}

/** What the rules know of a Go package. */
export interface GoCode {
  readonly name: string;
  readonly files: readonly GoFile[];
  /** Struct types of the package, by name. */
  readonly structs: ReadonlyMap<string, readonly GoVariable[]>;
  readonly globals: ReadonlyMap<string, GoVariable>;
}

/** A file with the function around a line of it. */
export interface GoSite {
  readonly code: GoCode;
  readonly file: GoFile;
  readonly fn: BodyDeclaration;
  readonly line: number;
}

const filesBefore = new WeakMap<ReadonlyMap<string, string>, Map<string, GoFile>>();

/** A file of a package with its tokens, read once for all rules and all hovers. */
export function goFile(sources: ReadonlyMap<string, string>, path: string, text: string): GoFile {
  const known = filesBefore.get(sources) ?? new Map<string, GoFile>();
  filesBefore.set(sources, known);
  let file = known.get(path);
  if (file === undefined) {
    const tokens = tokenize(text, 'go');
    file = { path, tokens, functions: goDeclarations(tokens) };
    known.set(path, file);
  }
  return file;
}

const readBefore = new WeakMap<ReadonlyMap<string, string>, Map<string, GoCode | null>>();

/**
 * Reads the package that a file belongs to, null when the file is missing. Test files count only when the file
 * is one itself. The rules look at one input after the other and share what was read.
 */
export function goCode(sources: ReadonlyMap<string, string>, path: string): GoCode | null {
  const known = readBefore.get(sources) ?? new Map<string, GoCode | null>();
  readBefore.set(sources, known);
  const before = known.get(path);
  if (before !== undefined) return before;
  const code = readPackage(sources, path);
  // The whole package is the same seen from any of its files.
  for (const file of code?.files ?? [])
    if (file.path.endsWith('_test.go') === path.endsWith('_test.go')) known.set(file.path, code);
  known.set(path, code);
  return code;
}

function readPackage(sources: ReadonlyMap<string, string>, path: string): GoCode | null {
  const isTest = (name: string) => name.endsWith('_test.go');
  const files: GoFile[] = [];
  for (const [name, text] of sources) {
    if (!name.endsWith('.go') || (isTest(name) && !isTest(path))) continue;
    // Without one of its files nothing can be said of a package.
    if (text.length > maxSourceLength) return null;
    files.push(goFile(sources, name, text));
  }
  const own = files.find(file => file.path === path);
  if (own === undefined) return null;
  const name = packageName(own);
  const same = files.filter(file => packageName(file) === name);
  const structs = new Map<string, readonly GoVariable[]>();
  const globals = new Map<string, GoVariable>();
  for (const file of same) readDeclarations(file, structs, globals);
  return { name, files: same, structs, globals };
}

/** The site in its package; null when its file is not Go, is missing, or has no function at that line. */
export function goSite(
  sources: ReadonlyMap<string, string>,
  site: { readonly file: string; readonly line: number } | null,
): GoSite | null {
  if (site === null || !site.file.endsWith('.go')) return null;
  const code = goCode(sources, site.file);
  const file = code?.files.find(({ path }) => path === site.file);
  const fn = file?.functions.find(({ line, endLine }) => line <= site.line && site.line <= endLine);
  return code === null || file === undefined || fn === undefined ? null : { code, file, fn, line: site.line };
}

/** A function as people write it: `(*dedupeCache).seen`, `newServer`. */
export function goTitle({ owner, name }: BodyDeclaration): string {
  return owner === '' ? name : `(*${owner}).${name}`;
}

/** Text of tokens `from ..< to` without spaces between. */
export function joined(tokens: Tokens, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += tokenText(tokens, i);
  return text;
}

function packageName({ tokens }: GoFile): string {
  for (let i = 0; i < tokens.count; i++) {
    if (isToken(tokens, i, 'package')) return tokenText(tokens, i + 1);
  }
  return '';
}

/** Package-level `type … struct` and `var`, alone and in groups. */
function readDeclarations(
  file: GoFile,
  structs: Map<string, readonly GoVariable[]>,
  globals: Map<string, GoVariable>,
): void {
  const { tokens } = file;
  const readOne = (keyword: string, at: number) => {
    if (keyword === 'type') {
      const open = structBody(tokens, at);
      if (open !== null) structs.set(tokenText(tokens, at), structFields(file, open));
    } else readVariable(file, at, globals);
  };
  for (let i = 0; i < tokens.count; i++) {
    const keyword = tokenText(tokens, i);
    if (keyword === 'type' || keyword === 'var') {
      if (!isToken(tokens, i + 1, '(')) readOne(keyword, i + 1);
      else {
        const close = closing(tokens, i + 1);
        for (let j = i + 2; j < close; j = nextLine(tokens, j)) readOne(keyword, j);
        i = close;
        continue;
      }
    }
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) i = partner;
  }
}

/** The `{` of `Name struct {` or `Name[T any] struct {`. */
function structBody(tokens: Tokens, name: number): number | null {
  const at = isToken(tokens, name + 1, '[') ? closing(tokens, name + 1) + 1 : name + 1;
  return isToken(tokens, at, 'struct') && isToken(tokens, at + 1, '{') ? at + 1 : null;
}

function structFields(file: GoFile, open: number): GoVariable[] {
  const { tokens } = file;
  const fields: GoVariable[] = [];
  const close = closing(tokens, open);
  for (let i = open + 1; i < close; i = nextLine(tokens, i)) {
    const end = nextLine(tokens, i);
    const names = [tokenText(tokens, i)];
    let type = i + 1;
    while (isToken(tokens, type, ',')) {
      names.push(tokenText(tokens, type + 1));
      type += 2;
    }
    if (!isWord(tokens, i) || type >= end || isToken(tokens, type, '.')) {
      // An embedded type goes by its last name.
      const text = joined(tokens, i, end);
      const name = /(\w+)(?:\[.*)?$/.exec(text.replace(/[`"].*/s, ''))?.[1];
      if (name !== undefined) fields.push({ name, type: text, file, line: tokenLine(tokens, i) });
      continue;
    }
    const text = joined(tokens, type, end);
    for (const name of names) fields.push({ name, type: text, file, line: tokenLine(tokens, i) });
  }
  return fields;
}

function readVariable(file: GoFile, at: number, globals: Map<string, GoVariable>): void {
  const { tokens } = file;
  if (!isWord(tokens, at)) return;
  let i = at;
  const names: string[] = [];
  while (isWord(tokens, i)) {
    names.push(tokenText(tokens, i++));
    if (!isToken(tokens, i, ',')) break;
    i++;
  }
  const from = isToken(tokens, i, '=') ? i + 1 : i;
  const type = joined(tokens, from, nextLine(tokens, from));
  for (const name of names) {
    if (name !== '_') globals.set(name, { name, type, file, line: tokenLine(tokens, at) });
  }
}

/** The first row of the next line, brackets passed over. */
function nextLine(tokens: Tokens, from: number): number {
  const line = tokenLine(tokens, from);
  let i = from;
  let last = line;
  while (i < tokens.count && tokenLine(tokens, i) === last && !isToken(tokens, i, ';')) {
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) {
      i = partner;
      last = tokenLine(tokens, i);
    } else if (partner >= 0 && partner < from) return i;
    i++;
  }
  return isToken(tokens, i, ';') ? i + 1 : i;
}
