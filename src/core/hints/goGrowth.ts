import type { BodyDeclaration } from '../code/declarations/declaration.ts';
import { closing, isToken, type Tokens, tokenLine } from '../code/tokens.ts';
import { type GoSite, goTitle, joined } from './goCode.ts';
import { chainBefore, type GoContainer, localType, resolveContainer, structName } from './goContainer.ts';
import { type GoUse, usesOfContainer } from './goUse.ts';

/** A container that gains something at a site, and all that its package does to it. */
export interface GoGrowth {
  readonly container: GoContainer;
  /** The container as the site writes it: `c.entries`. */
  readonly expression: string;
  readonly add: GoUse;
  /** The key expression of a map, `''` for a slice. */
  readonly key: string;
  readonly uses: readonly GoUse[];
}

/** The container that the site's line adds to; null when it adds to none that outlives the call, or to several. */
export function growthAt(site: GoSite): GoGrowth | null {
  const { tokens } = site.file;
  const found: GoGrowth[] = [];
  for (let at = site.fn.open + 1; at < site.fn.close; at++) {
    if (tokenLine(tokens, at) > site.line) break;
    const chain = chainBefore(tokens, at);
    if (chain === null || (isToken(tokens, at + 1, '.') && !isStore(tokens, at))) continue;
    if (!mayAdd(tokens, at) || statementEnd(tokens, at) < site.line) continue;
    const container = resolveContainer(site, chain);
    if (container === null) continue;
    const uses = usesOfContainer(site.code, container);
    const add = uses.find(use => use.file === site.file && use.end === at && use.kind === 'add');
    if (add === undefined) continue;
    const open = container.kind === 'syncMap' ? at + 3 : at + 1;
    const key = container.kind === 'slice' ? '' : firstArgument(tokens, open);
    found.push({ container, expression: joined(tokens, chain.start, at + 1), add, key, uses });
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

/**
 * True when the package shows that the container lives as long as the process: a package-level variable, or a
 * field of a struct that is shared (it has a lock), is kept in such a variable, or is named for keeping things.
 */
export function isLongLived(site: GoSite, { owner }: GoContainer): boolean {
  if (owner === '') return true;
  const fields = site.code.structs.get(owner) ?? [];
  if (fields.some(({ type }) => /^\*?sync\.(?:RW)?Mutex\b/.test(type))) return true;
  for (const { type } of site.code.globals.values()) if (structName(type) === owner) return true;
  return /cache|registry|store|pool|memo|manager|hub|broker|tracker|repository|dedup|session|server|service|daemon/i.test(
    owner,
  );
}

/** True when what is added cannot grow for ever by itself: constant keys, keys of few values, types as keys. */
export function isBounded({ container, key, uses, add }: GoGrowth): boolean {
  const { type } = container.variable;
  if (uses.some(({ kind }) => kind === 'bound')) return true;
  if (/^(?:"[^"]*"|`[^`]*`|\d+|'.*')$/.test(key)) return true;
  if (/^(?:make\()?map\[(?:bool|u?int8|byte|reflect\.Type|reflect\.Kind)\]/.test(type)) return true;
  const fn = add.file.functions.find(({ open, close }) => open < add.end && add.end < close);
  // What is registered by name, and types, are as many as the program's text has.
  if (fn === undefined || /^(?:init|[rR]egister\w*|Must\w*)$/.test(fn.name)) return true;
  return (
    /\breflect\.TypeOf\(|\bType\(\)$/.test(key) ||
    /^(?:reflect\.Type|\*rtype)$/.test(typeInside(add, fn, key))
  );
}

/** The type of a key that is a parameter, or what `key := …` begins with. */
function typeInside({ file, end }: GoUse, fn: BodyDeclaration, key: string): string {
  const type = localType(file, fn, end, key) ?? '';
  if (type !== '') return type;
  for (let i = fn.open + 1; i < end; i++) {
    if (isToken(file.tokens, i, key) && isToken(file.tokens, i + 1, ':=')) {
      return joined(file.tokens, i + 2, i + 5) === 'reflect.TypeOf' ? 'reflect.Type' : '';
    }
  }
  return '';
}

/** True when another package can reach the container, and may take from it. */
export function isExported(site: GoSite, { owner, name }: GoContainer): boolean {
  const exported = (text: string) => /^\p{Lu}/u.test(text);
  return site.code.name !== 'main' && exported(name) && (owner === '' || exported(owner));
}

/** True when some method overwrites the whole struct that has the container: `*c = cache{}`. */
export function isOwnerReset(site: GoSite, { owner }: GoContainer): boolean {
  if (owner === '') return false;
  return site.code.files.some(({ tokens, functions }) =>
    functions.some(fn => {
      if (fn.owner !== owner) return false;
      for (let i = fn.open + 1; i < fn.close; i++) {
        if (
          isToken(tokens, i, '*') &&
          isToken(tokens, i + 2, '=') &&
          tokenLine(tokens, i - 1) < tokenLine(tokens, i)
        )
          return true;
      }
      return false;
    }),
  );
}

/** The function around a use, as people write it. */
export function functionOf({ file, end }: GoUse): string | null {
  const fn = file.functions.find(({ open, close }) => open < end && end < close);
  return fn === undefined ? null : goTitle(fn);
}

function mayAdd(tokens: Tokens, at: number): boolean {
  if (isToken(tokens, at + 1, '[')) return !isToken(tokens, closing(tokens, at + 1) + 1, '[');
  return isStore(tokens, at) || (isToken(tokens, at + 1, '=') && isToken(tokens, at + 2, 'append'));
}

function isStore(tokens: Tokens, at: number): boolean {
  return (
    ['Store', 'LoadOrStore', 'Swap'].some(name => isToken(tokens, at + 2, name)) &&
    isToken(tokens, at + 3, '(')
  );
}

/** The last line of the statement that begins around row `at`. */
function statementEnd(tokens: Tokens, at: number): number {
  let i = at;
  let line = tokenLine(tokens, at);
  while (i < tokens.count && tokenLine(tokens, i) === line) {
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) {
      i = partner;
      line = tokenLine(tokens, i);
    } else if (isToken(tokens, i, '}')) break;
    i++;
  }
  return line;
}

function firstArgument(tokens: Tokens, open: number): string {
  const close = closing(tokens, open);
  let end = open + 1;
  while (end < close && !isToken(tokens, end, ','))
    end = (tokens.partner[end] ?? -1) > end ? closing(tokens, end) + 1 : end + 1;
  return joined(tokens, open + 1, end);
}
