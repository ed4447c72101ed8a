import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import type { Heed } from '../heed.ts';
import {
  accessOf,
  type Container,
  containerOf,
  hasAllFunctions,
  hasMark,
  markedIn,
  ownerOf,
  unwrapped,
} from './container.ts';
import type { Match, RoleAt } from './facts.ts';
import type { HintInput, HintLine } from './hint.ts';
import { isOnce } from './lifetime.ts';
import { localOf } from './locals.ts';
import { isMadeAt } from './madeAt.ts';
import type { PackageCode, Source } from './packageCode.ts';
import {
  functionAround,
  functionAt,
  isMarked,
  lineOf,
  ofKind,
  standsFor,
  type Use,
  unnamedAt,
  usesOf,
} from './uses.ts';
import { hasKey, holdingOf, isFew, isMap, takenWithin } from './within.ts';

/** A site in its file: a line, and the function around it. */
export interface Site {
  readonly source: Source;
  readonly line: number;
  readonly fn: Declaration;
}

/** A container that gains something at a site. */
export interface Addition {
  readonly site: Site;
  readonly container: Container;
  /** The container as the site writes it: `c.entries`. */
  readonly expression: Node;
  readonly match: Match;
  /** Another function allocates, and this one keeps what it gets of it. */
  readonly isHanded: boolean;
}

/** An addition, and all that its package does to the container. */
export interface Gain extends Addition {
  readonly uses: readonly Use[];
}

/** Steps from an expression to the statement that it is part of. */
const deepestStatement = 8;

/** The site in its file; null when the file cannot be read, or has no function at that line. */
export async function siteOf(code: PackageCode, site: HintInput['site'], heed: Heed): Promise<Site | null> {
  const source = site && (await code.source(site.file, heed));
  const fn = source && (functionAt(source, site.line) ?? unnamedAt(source, site.line));
  return source === null || fn === null || site === null ? null : { source, line: site.line, fn };
}

/** The container that the site adds to; null when it adds to none that outlives the call, or to several. */
export async function additionAt(code: PackageCode, site: Site, heed: Heed): Promise<Addition | null> {
  const found: (Addition & { readonly begins: number })[] = [];
  for (const { match, begins } of additionsNear(site)) {
    const addition = await additionOf(code, site, match, heed);
    if (addition !== null) found.push({ ...addition, begins });
  }
  // Where statements stand inside of one another, the line is the innermost's.
  const innermost = Math.max(...found.map(({ begins }) => begins));
  const here = found.filter(({ begins }) => begins === innermost);
  return onlyOne([...here.filter(isWithin), ...here]);
}

/** Whether it is what a key has that gains, and the key with it where there was none: `within`; `under` a key alone. */
export function isWithin({ match }: Pick<Addition, 'match'>): boolean {
  return match.set['gains'] !== undefined;
}

/** The first of some additions, where all are to one container; null else. */
export function onlyOne(additions: readonly Addition[]): Addition | null {
  const [only, ...others] = additions;
  const isOne = others.every(({ container }) => container.node.id === only?.container.node.id);
  return only === undefined || !isOne ? null : only;
}

/** True at the line by which profiles know all of a function. */
export function isWhole({ source, line }: Pick<Site, 'source' | 'line'>): boolean {
  return source.facts.functions.some(({ begins }) => begins === line);
}

/** What a function adds to, wherever in it. */
export function* additionsIn({
  source,
  fn,
}: Pick<Site, 'source' | 'fn'>): Generator<{ readonly match: Match; readonly added: Node }> {
  for (const list of source.facts.roles.values()) {
    for (const { role, match } of list) {
      const added = match.nodes.get('added');
      if (role !== 'added' || added === undefined) continue;
      const at = lineOf(added);
      if (at >= fn.line && at <= fn.endLine && functionAt(source, at) === fn) yield { match, added };
    }
  }
}

/** What a match adds to; null when that does not outlive the call, or cannot be told. */
export async function additionOf(
  code: PackageCode,
  site: Site,
  match: Match,
  heed: Heed,
): Promise<Addition | null> {
  const added = match.nodes.get('added');
  if (added === undefined) return null;
  const holding = holdingOf(site.source, added, match);
  const container = await containerOf(code, site.source, holding ?? added, heed);
  const expression = unwrapped(site.source, holding ?? added);
  if (holding !== null) {
    const within = { ...match, set: { ...match.set, gains: 'under' } };
    return container && isMap(container.kind)
      ? { site, container, expression, match: within, isHanded: false }
      : null;
  }
  if (container === null || ofKind(site.source, added, container.kind)?.role !== 'added') return null;
  if (!standsFor(site.source, added, container.kind) || hasKey(site.source, site.fn, match)) return null;
  return { site, container, expression, match, isHanded: false };
}

/** All that is done to what was added to. Null when a file that may use it cannot be read, or is not among those looked at. */
export async function usedAs(
  code: PackageCode,
  addition: Addition,
  references: HintInput['references'],
  heed: Heed,
): Promise<Gain | null> {
  const { container } = addition;
  if (references === null && !(await hasAllFunctions(code, container, heed))) return null;
  const uses = await usesOf(code, container, references, heed);
  if (uses === null) return null;
  const all = uses.map(known);
  return { ...addition, uses: isWithin(addition) ? all.map(takenWithin) : all };
}

/** True when what is added cannot grow for ever by itself: there is a limit, keys are constant or of few values. */
export async function isBounded(
  code: PackageCode,
  { container, match, uses, site, expression }: Gain,
  heed: Heed,
): Promise<boolean> {
  if (uses.some(({ role }) => role === 'measured')) return true;
  if (await isFew(code, site.source, match.nodes.get('key'), heed)) return true;
  if (hasMark(container, 'few')) return true;
  if (container.life === 'field' && isMadeHere(site.source, expression)) return true;
  if (container.life === 'field' && isMarked(site.source, 'constructor', expression)) return true;
  return isOnce(site.source, expression);
}

/** True when other code than was looked at can reach the container, and may take from it. */
export function isExported({ container, site }: Gain): boolean {
  return site.source.facts.package !== 'main' && hasMark(container, 'exported');
}

/** True when some method overwrites the whole object that has the container: `*c = cache{}`. */
export function isOwnerReset({ container: { source, owner } }: Gain): boolean {
  return markedIn(source, 'reset').some(object => object.text === owner || ownerOf(source, object) === owner);
}

/**
 * Additions in statements on the site's line, and of values that were made there; where profiles know a function's
 * line alone, all that the function on the line adds, as if each stood there.
 */
function additionsNear(site: Site): readonly { readonly match: Match; readonly begins: number }[] {
  const { source, line } = site;
  const here = source.facts.functions.filter(({ begins }) => begins === line);
  const isHere = ({ role, match }: RoleAt): boolean => {
    const added = role === 'added' ? match.nodes.get('added') : undefined;
    const at = added?.startIndex ?? -1;
    if (added === undefined || !here.some(({ start, end }) => start <= at && at < end)) return false;
    return functionAround(source, added)?.begins === line;
  };
  const all = here.length === 0 ? [] : [...source.facts.roles.values()].flat();
  const inFunction = all.filter(isHere).map(({ match }) => ({ match, begins: line }));
  return inFunction.length > 0 ? inFunction : [...additionsOnLine(site)];
}

/** With the line that each begins on, 0 for one of a statement elsewhere. */
function* additionsOnLine(site: Site): Generator<{ readonly match: Match; readonly begins: number }> {
  const { line } = site;
  for (const { match, added } of additionsIn(site)) {
    const { begins, ends } = statementOf(added);
    const onLine = begins <= line && line <= ends;
    if (onLine || isOfSite(site, match)) yield { match, begins: onLine ? begins : 0 };
  }
}

/** The lines of the statement around an expression. */
function statementOf(node: Node): { readonly begins: number; readonly ends: number } {
  let statement = node;
  for (let i = 0; i < deepestStatement; i++) {
    const parent = statement.parent;
    if (parent === null || /block$/.test(parent.type)) break;
    statement = parent;
    if (/statement$|declaration$|^let_declaration/.test(statement.type)) break;
  }
  return { begins: lineOf(node), ends: statement.endPosition.row + 1 };
}

/** True for the `e` of `m[k] = e`, and for the `k`, where something of it comes from the site's line. */
function isOfSite({ source, line }: Site, { nodes }: Match): boolean {
  return ['value', 'key'].some(each => {
    const node = nodes.get(each);
    return node !== undefined && isMadeAt(source, node, line);
  });
}

/** Where the container is written that gains, and where that is another line, the one on which what it gains was made. */
export function gainLines({ site, expression, match }: Addition): readonly HintLine[] {
  const { file } = site.source;
  const added = lineOf(match.nodes.get('added') ?? expression);
  const lines = isOfSite(site, match) && site.line !== added ? [added, site.line] : [added];
  return lines.map(line => ({ file, line }));
}

/**
 * A container's first value is given in the function that makes what has it, whatever it is set to, and what a key has already is no
 * addition.
 */
function known(use: Use): Use {
  const fn = use.role === 'added' ? functionAt(use.source, use.line) : null;
  if (fn !== null && use.match !== null && hasKey(use.source, fn, use.match)) return { ...use, role: 'read' };
  if (use.role !== 'replaced') return use;
  const { parent } = use.name;
  return parent !== null && isMadeHere(use.source, parent) ? { ...use, role: 'initial' } : use;
}

/** True for an access to an object that was just made. */
function isMadeHere(source: Source, access: Node): boolean {
  const object = accessOf(source, access)?.object;
  if (object === null || object === undefined) return false;
  const local = localOf(source.facts, object.text, object.startIndex);
  return local !== undefined && hasMark({ source, node: local.node }, 'made');
}
