import type { Node } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import type { Held } from './facts.ts';
import { around, type Local, localOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';

/** A name that holds things and outlives a call, where it is declared. */
export interface Container extends Held {
  readonly source: Source;
}

/** A name at the end of an expression, and what stands before its dot; null for a name alone. */
export interface Access {
  readonly name: Node;
  readonly object: Node | null;
}

/** Expressions that are passed through on the way to what they stand for. */
const longestWay = 12;

/** The access that an expression is: `c.entries`, `entries`; null for any other. */
export function accessOf({ parsed }: Source, node: Node): Access | null {
  if (node.namedChildCount === 0) return { name: node, object: null };
  const name = node.lastNamedChild;
  const object = node.firstNamedChild;
  if (name === null || object === null || name.id === object.id || name.namedChildCount > 0) return null;
  // All that accesses a member ends in a dot, an arrow or colons and its name, in every language.
  return /[.>:]/.test(parsed.text.charAt(name.startIndex - 1)) ? { name, object } : null;
}

/** What an expression stands for, through brackets, locks and local names for it. */
export function unwrapped(source: Source, node: Node): Node {
  let at = node;
  for (const { inner } of wrapsOf(source, node)) at = inner;
  return at;
}

/** The steps of that: what is within, and what it is there, the same or called by a local name. */
export function* wrapsOf(
  source: Source,
  node: Node,
): Generator<{ readonly inner: Node; readonly role: 'same' | 'aliased' }> {
  let at = node;
  for (let i = 0; i < longestWay; i++) {
    const local = localNamed(source, at);
    const inner = source.facts.inner.get(local === undefined ? at.id : local.node.id);
    if (inner === undefined) return;
    yield { inner, role: local === undefined ? 'same' : 'aliased' };
    at = inner;
  }
}

/** The local that an expression is the name of, if it is one. */
export function localNamed({ facts }: Source, node: Node): Local | undefined {
  return node.namedChildCount === 0 ? localOf(facts, node.text, node.startIndex) : undefined;
}

/** The container that an expression names; null for a local one, a foreign one, and what cannot be told. */
export async function containerOf(
  code: PackageCode,
  source: Source,
  node: Node,
  heed: Heed,
): Promise<Container | null> {
  const access = accessOf(source, unwrapped(source, node));
  if (access === null) return null;
  const { name, object } = access;
  const local = object === null ? localOf(source.facts, name.text, name.startIndex) : undefined;
  if (local !== undefined) {
    const held = source.facts.held.find(({ node }) => node.id === local.node.id);
    return held === undefined || isOwnFunctions(source, held, name) ? null : { ...held, source };
  }
  const known = await code.sourcesWith(name.text, source, heed);
  const named = known?.flatMap(each =>
    each.facts.held.filter(held => held.name === name.text).map(held => ({ ...held, source: each })),
  );
  if (named === undefined) return null;
  if (object === null && hasMark({ source, node: name }, 'platform')) return platform({ source, node: name });
  const members = named.filter(({ life }) => life === 'field' || life === 'static');
  if (object !== null) {
    const owner = ownerOf(source, object);
    const owned = members.filter(each => owner === null || each.owner === owner);
    const all = owned.length > 0 ? owned : members.filter(each => isEmbedded(source, each.owner, owner));
    const [only, ...others] = all;
    // A field may be declared and be given its first value in two places.
    const isOne = others.every(each => each.owner === only?.owner && each.source === only.source);
    return only === undefined || !isOne ? null : only;
  }
  const variables = named.filter(each => each.life === 'variable' && isSameModule(each.source, source));
  const bare = hasBareMembers(source) ? bareOwner(source, name, members) : null;
  return [...members.filter(({ owner }) => owner === bare), ...variables][0] ?? null;
}

/**
 * Whether all functions that the class of a container declares are in the files looked at: one of C++ whose body is elsewhere may take
 * from it. True for other languages.
 */
export async function hasAllFunctions(
  code: PackageCode,
  { node, owner, source }: Container,
  heed: Heed,
): Promise<boolean> {
  if (source.parsed.grammar !== 'cpp') return true;
  let within: Node | null = node;
  while (within !== null && !/^(?:class|struct)_specifier$/.test(within.type)) within = within.parent;
  for (const member of within?.childForFieldName('body')?.namedChildren ?? []) {
    const name = declaredFunction(member);
    if (name === null) continue;
    const sources = (await code.sourcesWith(name, source, heed)) ?? [];
    const isDefined = sources.some(({ outline }) =>
      outline.declarations.some(each => each.name === name && each.owner === owner),
    );
    if (!isDefined) return false;
  }
  return true;
}

/** The name of a function that a class declares here and defines elsewhere; null for any other member. */
function declaredFunction(member: Node): string | null {
  if (!/^(?:field_)?declaration$/.test(member.type) || /=\s*(?:0|default|delete)\s*;?$/.test(member.text))
    return null;
  let at = member.childForFieldName('declarator');
  while (at !== null && at.type !== 'function_declarator')
    at = at.childForFieldName('declarator') ?? (/reference/.test(at.type) ? at.namedChild(0) : null);
  const name = at?.childForFieldName('declarator') ?? null;
  if (name === null || !/identifier$|^destructor_name$/.test(name.type)) return null;
  // What is written in capitals is a macro: `entries_ GUARDED_BY(mutex_)`.
  return /^[A-Z][A-Z0-9_]*$/.test(name.text) ? null : name.text;
}

/** True when a class has all that another one has, as Go's structs have it of those embedded in them. */
function isEmbedded({ facts }: Source, owner: string, within: string | null): boolean {
  return (facts.marks.get('embedded') ?? []).some(
    ({ nodes }) =>
      nodes.get('holder')?.text === within && typeName(nodes.get('embedded')?.text ?? '') === owner,
  );
}

/** True for a local that no function but its own adds to: it ends with the call. */
function isOwnFunctions({ facts }: Source, { life, node }: Held, name: Node): boolean {
  const of = ({ startIndex }: Node): unknown => around(facts.functions, startIndex);
  return life === 'local' && of(node) === of(name);
}

/** What the platform owns is declared nowhere: it is the module's as far as its listeners are the module's. */
function platform({ source, node }: Pick<Container, 'source' | 'node'>): Container {
  return { name: node.text, node, kind: 'emitter', isTyped: true, life: 'platform', owner: '', source };
}

export function hasMark({ source, node }: Pick<Container, 'source' | 'node'>, mark: string): boolean {
  return markedIn(source, mark).some(({ id }) => id === node.id);
}

/** What a capture marks in a file. */
export function markedIn({ facts }: Source, mark: string): readonly Node[] {
  return (facts.marks.get(mark) ?? []).flatMap(({ nodes }) => nodes.get(mark) ?? []);
}

/** The class of an object, as far as its declaration tells; null when it does not. */
export function ownerOf(source: Source, object: Node): string | null {
  const text = object.text;
  if (/^(?:this|self|cls|Self)$/.test(text)) return classAround(source, object);
  if (object.namedChildCount > 0) return null;
  const local = localOf(source.facts, text, object.startIndex);
  if (local !== undefined) return typeName(local.type);
  return source.facts.classes.some(({ name }) => name === text) ? text : null;
}

/** The class around a node, null outside of any. */
export function classAround({ facts }: Source, { startIndex }: Node): string | null {
  return around(facts.classes, startIndex)?.name ?? null;
}

/**
 * The innermost class around a name alone that has something of that name to hold things; null for none. What a class of C++ has
 * may stand in another file, among `members`.
 */
export function bareOwner(
  { facts, parsed }: Source,
  { startIndex, text }: Node,
  members: readonly Held[] = [],
): string | null {
  const known = parsed.grammar === 'cpp' ? [...facts.held, ...members] : facts.held;
  const having = facts.classes.filter(({ name }) =>
    known.some(held => held.owner === name && held.name === text),
  );
  return around(having, startIndex)?.name ?? null;
}

/** A file is a module of its own where it does not say that it belongs to a package. */
export function isSameModule(a: Source, b: Source): boolean {
  return a === b || (a.facts.package !== '' && !hasBareMembers(a));
}

/** In these languages a member is reached without the object's name. */
export function hasBareMembers({ parsed }: Source): boolean {
  return parsed.grammar === 'java' || parsed.grammar === 'cpp';
}

/** `T` of `*T`, `&T{…}`, `new(T)`, `new T()`, `pkg.T`, `Box<T>`'s `Box`; `newT(…)` is read as the constructor it looks like. */
export function typeName(type: string): string | null {
  const name = /^(?:[&*\s(:]|'\w+|mut\b|dyn\b|new\b\(?)*(?:\w+(?:\.|::))*(\w+)/.exec(type)?.[1];
  return name === undefined ? null : name.replace(/^[nN]ew(?=[A-Z])/, '');
}
