import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import type { Heed } from '../heed.ts';
import {
  accessOf,
  bareOwner,
  type Container,
  hasBareMembers,
  hasMark,
  isSameModule,
  markedIn,
  ownerOf,
  wrapsOf,
} from './container.ts';
import type { FunctionSpan, Match, Role, RoleAt } from './facts.ts';
import type { HintPosition } from './hint.ts';
import { around, type Local, localOf, spanOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';

/** What one piece of code does to a container. `handed` is all that no pattern knows: it may do anything. */
export interface Use {
  readonly role: Role;
  readonly source: Source;
  /** The container's name there. */
  readonly name: Node;
  /** The expression that it is done to. */
  readonly node: Node;
  /** 1-based. */
  readonly line: number;
  /** The pattern that tells so; null where none does. */
  readonly match: Match | null;
}

/** How far a name is followed through what it is wrapped in, and how often through local names for it. */
const longestWay = 12;
const mostAliases = 3;

/**
 * Every use of a container in its package; where `references` tell them, those alone. Null when a file that may use it
 * cannot be read.
 */
export async function usesOf(
  code: PackageCode,
  container: Container,
  references: readonly HintPosition[] | null,
  heed: Heed,
): Promise<readonly Use[] | null> {
  const sources = isOfFile(container)
    ? [container.source]
    : references === null
      ? await code.sourcesWith(container.name, container.source, heed)
      : await Promise.all([...new Set(references.map(({ file }) => file))].map(f => code.source(f, heed)));
  if (sources === null) return null;
  const isPrivate = hasMark(container, 'private');
  const uses: Use[] = [];
  for (const source of sources) {
    if (source === null) return null;
    if (isPrivate && source !== container.source) continue;
    heed();
    const mentions =
      references === null ? mentionsIn(source, container) : known(source, container, references);
    for (const name of mentions) uses.push(...followed(source, container, name, mostAliases));
  }
  return uses;
}

/** The innermost function around a node, named or not. */
export function functionAround({ facts }: Source, { startIndex }: Node): FunctionSpan | undefined {
  return around(facts.functions, startIndex);
}

/** The function that a line of a file lies in. */
export function functionAt({ outline }: Source, line: number): Declaration | null {
  let best: Declaration | null = null;
  for (const each of outline.declarations) {
    if (each.line <= line && line <= each.endLine && (best === null || each.line >= best.line)) best = each;
  }
  return best;
}

/** A function without a name at a line that is in none that has one, as if it were declared. */
export function unnamedAt({ facts, parsed }: Source, line: number): Declaration | null {
  const at = ({ start, end }: FunctionSpan): Node | null => parsed.root.descendantForIndex(start, end);
  let best: Declaration | null = null;
  for (const each of facts.functions) {
    const node = at(each);
    const begins = each.begins ?? (node === null ? line + 1 : lineOf(node));
    const endLine = (node?.endPosition.row ?? 0) + 1;
    if (begins > line || endLine < line || (best !== null && best.line > begins)) continue;
    best = { name: '', owner: '', line: begins, endLine, literals: [] };
  }
  return best;
}

export function lineOf({ startPosition }: Node): number {
  return startPosition.row + 1;
}

/** Where a word stands in a file's code, not in its comments and strings. */
export function* wordsIn(
  { parsed }: Source,
  word: string,
  from = 0,
  to = parsed.text.length,
): Generator<Node> {
  const { text, root } = parsed;
  const isPart = (char: string): boolean => /[\p{L}\p{N}_$]/u.test(char);
  for (let i = text.indexOf(word, from); i >= 0 && i < to; i = text.indexOf(word, i + word.length)) {
    if (isPart(text.charAt(i - 1)) || isPart(text.charAt(i + word.length))) continue;
    const node = root.descendantForIndex(i, i + word.length);
    if (node?.childCount === 0 && /identifier|^name$/.test(node.type)) yield node;
  }
}

/** True for what only its own file speaks of; of what the platform owns, other files have their own listeners. */
export function isOfFile({ life }: Container): boolean {
  return life === 'local' || life === 'platform';
}

/** What is done at a name, and where it is given another local name, at that one too. */
function followed(source: Source, { kind }: Container, name: Node, aliases: number): Use[] {
  const { role, match, node } = roleAt(source, name, kind);
  const use: Use = { role, source, name, node, line: lineOf(name), match };
  const alias = match?.nodes.get('alias');
  if (role !== 'aliased' || alias === undefined) return [use];
  const local = localOf(source.facts, alias.text, alias.startIndex);
  if (aliases === 0 || local === undefined) return [{ ...use, role: 'handed' }];
  const uses: Use[] = [];
  for (const each of wordsIn(source, alias.text, local.start, local.end)) {
    if (each.id === local.node.id || !isLocal(source, each, local)) continue;
    uses.push(...followed(source, { kind } as Container, each, aliases - 1));
  }
  return uses;
}

/** True for a name that is that local, and no member that is called alike. */
export function isLocal(source: Source, name: Node, local: Local): boolean {
  if (localOf(source.facts, name.text, name.startIndex)?.node.id !== local.node.id) return false;
  const access = name.parent && accessOf(source, name.parent);
  return access?.object === null || access?.name.id !== name.id;
}

/** What is done to the expression that ends in a name. */
export function roleAt(source: Source, name: Node, kind: string): Pick<Use, 'role' | 'match' | 'node'> {
  const isMember = (node: Node): boolean => accessOf(source, node)?.name.id === name.id;
  const parent = name.parent;
  let node = parent !== null && isMember(parent) ? parent : name;
  for (let i = 0; i < longestWay; i++) {
    const found = ofKind(source, node, kind);
    const outer: Node | undefined | null =
      found?.role === 'same'
        ? found.match.nodes.get('outer')
        : found === undefined && node.parent?.type.startsWith('parenthesized')
          ? node.parent
          : undefined;
    if (outer === undefined || outer === null)
      return { role: found?.role ?? 'handed', match: found?.match ?? null, node };
    node = outer;
  }
  return { role: 'handed', match: null, node };
}

/** What is surest to be done to an expression where it is a container of that kind. */
export function ofKind({ facts }: Source, { id }: Node, kind: string): RoleAt | undefined {
  // Of what is not known to be a cache, `get` makes nothing.
  const isOf = (each: string): boolean => each === kind || (kind === '' && each !== 'cache');
  return facts.roles.get(id)?.find(({ kinds }) => kinds.length === 0 || kinds.some(isOf));
}

/**
 * Whether what an expression is unwrapped to is written so where it is of that kind: what a map of maps has under a key is a part of
 * it, while what a list has at an index is another list.
 */
export function standsFor(source: Source, expression: Node, kind: string): boolean {
  for (const { inner, role } of wrapsOf(source, expression)) {
    if (ofKind(source, inner, kind)?.role !== role) return false;
  }
  return true;
}

/** Where the container's name stands, as far as this can be told from other things of that name. */
function mentionsIn(source: Source, container: Container): readonly Node[] {
  return [...wordsIn(source, container.name)].filter(name => {
    if (source.facts.held.some(({ node }) => node.id === name.id)) return false;
    const access = name.parent && accessOf(source, name.parent);
    const object = access?.name.id === name.id ? access.object : null;
    if (container.life === 'default' || container.life === 'local') {
      const local = localOf(source.facts, name.text, name.startIndex);
      return object === null && local?.node.id === container.node.id;
    }
    if (container.life === 'platform') {
      return object === null && localOf(source.facts, name.text, name.startIndex) === undefined;
    }
    return container.life === 'variable'
      ? mayBeVariable(source, container, name, object)
      : mayBeMember(source, container, name, object);
  });
}

function mayBeVariable(source: Source, container: Container, name: Node, object: Node | null): boolean {
  // The name of a member or of a key is no variable's.
  if (object === null && name.type === 'property_identifier') return false;
  const isOwnFile = isSameModule(source, container.source);
  // `module.cache` from another file of the folder.
  if (object !== null) return !isOwnFile && object.text === moduleName(container.source.file);
  if (localOf(source.facts, container.name, name.startIndex) !== undefined) return false;
  const another = source.facts.held.some(each => each.name === container.name && each.life === 'variable');
  return isOwnFile || !another;
}

/** What is done to a member where its object is not written before it. */
const destructured: ReadonlySet<Role> = new Set(['initial', 'handed', 'aliased']);

function mayBeMember(source: Source, container: Container, name: Node, object: Node | null): boolean {
  if (object === null) {
    if (hasBareMembers(source)) {
      // Without a class around that has it, it is inherited.
      const isLocal = localOf(source.facts, container.name, name.startIndex) !== undefined;
      return !isLocal && (bareOwner(source, name) ?? container.owner) === container.owner;
    }
    // `{ entries } = this` hands it on, `T{entries: …}` gives it its first value.
    return (
      name.type.startsWith('shorthand') ||
      (source.facts.roles.get(name.id)?.some(({ role }) => destructured.has(role)) ?? false)
    );
  }
  const owner = ownerOf(source, object);
  const isOthers = (file: Source): boolean =>
    file.facts.held.some(each => each.owner === owner && each.name === container.name);
  return owner === null || owner === container.owner || !(isOthers(source) || isOthers(container.source));
}

function known(source: Source, container: Container, references: readonly HintPosition[]): readonly Node[] {
  const { root } = source.parsed;
  return references
    .filter(({ file }) => file === source.file)
    .map(({ line, column }) => root.descendantForPosition({ row: line - 1, column }))
    .filter(node => node !== null)
    .filter(node => node.id !== container.node.id);
}

function moduleName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** True inside of what a capture marks. */
export function isMarked(source: Source, mark: string, { startIndex }: Node): boolean {
  return around(markedIn(source, mark).map(spanOf), startIndex) !== undefined;
}
