import type { BodyDeclaration } from '../code/declarations/declaration.ts';
import { closing, isToken, isWord, type Tokens, tokenText } from '../code/tokens.ts';
import { type GoCode, type GoFile, type GoSite, type GoVariable, joined } from './goCode.ts';

/** A map or slice that outlives a call: a struct's field or a package-level variable. */
export interface GoContainer {
  readonly kind: 'map' | 'slice' | 'syncMap';
  /** The struct that has it, `''` for a package-level variable. */
  readonly owner: string;
  readonly name: string;
  readonly variable: GoVariable;
}

/** Names with dots between, as `c.entries`: rows `start ..= end`. */
export interface GoChain {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The chain that ends at row `end`; null when it hangs on a call or an index. */
export function chainBefore(tokens: Tokens, end: number): GoChain | null {
  const names: string[] = [];
  let i = end;
  for (;;) {
    if (!isWord(tokens, i)) return null;
    names.unshift(tokenText(tokens, i));
    if (!isToken(tokens, i - 1, '.')) return { names, start: i, end };
    i -= 2;
  }
}

/** What a chain in a function names; null for a local variable, a foreign package, and what cannot be told. */
export function resolveContainer({ code, file, fn }: GoSite, chain: GoChain): GoContainer | null {
  const [root = '', ...path] = chain.names;
  const local = localType(file, fn, chain.start, root);
  if (local === undefined) {
    const variable = code.globals.get(root);
    if (variable === undefined) return null;
    return path.length === 0 ? container('', variable) : fieldOf(code, structName(variable.type), path);
  }
  return local === '' || path.length === 0 ? null : fieldOf(code, structName(local), path);
}

/** Where the container's name stands in the package's code, with the chain that ends there. */
export function* usesOf(
  code: GoCode,
  { owner, name }: GoContainer,
): Generator<{ readonly file: GoFile; readonly at: number; readonly chain: GoChain | null }> {
  for (const file of code.files) {
    const { tokens } = file;
    for (let at = 0; at < tokens.count; at++) {
      if (!isToken(tokens, at, name)) continue;
      const qualified = isToken(tokens, at - 1, '.');
      if (owner === '' ? qualified || isShadowed(file, at, name) : !qualified && !isKey(tokens, at)) continue;
      yield { file, at, chain: chainBefore(tokens, at) };
    }
  }
}

/** True when row `at` is the `name` of `T{name: value}`. */
export function isKey(tokens: Tokens, at: number): boolean {
  return isToken(tokens, at + 1, ':') && (isToken(tokens, at - 1, '{') || isToken(tokens, at - 1, ','));
}

/** `T` of `*T`, `&T{…}`, `T{…}`, `new(T)`; `newT(…)` is read as the constructor it looks like. */
export function structName(type: string): string {
  const made = /^(?:new\((\w+)\)|[nN]ew(\w+)\()/.exec(type);
  if (made !== null) return made[1] ?? made[2] ?? '';
  return /^[*&]?(\w+)(?:\[[^\]]*\])?(?:\{|$)/.exec(type)?.[1] ?? '';
}

function fieldOf(code: GoCode, struct: string, path: readonly string[]): GoContainer | null {
  const [name = '', ...rest] = path;
  const owner = code.structs.has(struct) ? struct : '';
  const field = code.structs.get(struct)?.find(each => each.name === name);
  if (field === undefined || owner === '') return null;
  return rest.length === 0 ? container(owner, field) : fieldOf(code, structName(field.type), rest);
}

function container(owner: string, variable: GoVariable): GoContainer | null {
  const { type, name } = variable;
  const made = type.replace(/^make\(/, '');
  const kind = made.startsWith('map[')
    ? 'map'
    : made.startsWith('[]')
      ? 'slice'
      : /^[*&]?sync\.Map\b/.test(type)
        ? 'syncMap'
        : null;
  return kind === null ? null : { kind, owner, name, variable };
}

/**
 * The type of a name inside a function, as far as its header and its declarations up to row `at` tell: `''`
 * for a local variable of unknown type, undefined when the function does not declare it.
 */
export function localType(
  file: GoFile,
  { line, open }: BodyDeclaration,
  at: number,
  name: string,
): string | undefined {
  const { tokens } = file;
  for (let i = at; i > open; i--) {
    if (!isToken(tokens, i, name) || isToken(tokens, i - 1, '.')) continue;
    if (isDefined(tokens, i)) return '';
  }
  for (let i = open - 1; i >= 0 && (tokens.line[i] ?? 0) >= line; i--) {
    if (!isToken(tokens, i, name) || !(isToken(tokens, i - 1, '(') || isToken(tokens, i - 1, ','))) continue;
    let type = i + 1;
    while (isToken(tokens, type, ',')) type += 2;
    let end = type;
    while (end < open && !isToken(tokens, end, ',') && !isToken(tokens, end, ')')) {
      end = (tokens.partner[end] ?? -1) > end ? closing(tokens, end) + 1 : end + 1;
    }
    return joined(tokens, type, end);
  }
  return undefined;
}

/** True where a name is declared inside a body: `name :=`, `name, other :=`, `var name`, a literal's parameter. */
function isDefined(tokens: Tokens, i: number): boolean {
  if (isToken(tokens, i - 1, 'var') || isToken(tokens, i - 1, 'const')) return true;
  let next = i + 1;
  while (isToken(tokens, next, ',') && isWord(tokens, next + 1)) next += 2;
  if (isToken(tokens, next, ':=')) return true;
  const parameter = isToken(tokens, i - 1, '(') && isToken(tokens, i - 2, 'func');
  return parameter || (isToken(tokens, i - 1, ',') && isWord(tokens, i + 1));
}

/** True when the function around row `at` has a parameter or variable of that name. */
function isShadowed(file: GoFile, at: number, name: string): boolean {
  const fn = file.functions.find(({ open, close }) => open < at && at < close);
  return fn !== undefined && localType(file, fn, at, name) !== undefined;
}
