import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Parsed } from '../code/syntax.ts';
import type { Heed } from '../heed.ts';
import { inScopes, type Local, type Named, namedIn, type Span, spanOf, without } from './locals.ts';
import { calledIn, kindIn, type Tables, tablesIn } from './tables.ts';

/** What code does to the expression that a query captures under this name, surest first. */
export const roles = [
  'initial',
  'removed',
  'emptied',
  'added',
  'replaced',
  'measured',
  'aliased',
  'same',
  'handed',
  'kept',
  'read',
] as const;

export type Role = (typeof roles)[number];

/** One match of a pattern, by the names of its captures, with what `#set!` says of it. */
export interface Match {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly set: Readonly<Record<string, string | null>>;
}

/** What one expression is to one pattern. */
export interface RoleAt {
  readonly role: Role;
  /** Kinds of container of which this is so; empty for all. */
  readonly kinds: readonly string[];
  readonly match: Match;
}

/** A name that is declared to hold things. */
export interface Held {
  readonly name: string;
  readonly node: Node;
  readonly kind: string;
  /** Whether its type or first value tells the kind. */
  readonly isTyped: boolean;
  /** Whether it belongs to an object, a class, a parameter's default, a module (a package, in Go), or a function. */
  readonly life: 'field' | 'static' | 'default' | 'variable' | 'local' | 'platform';
  /** The class or struct, `''` for a module's variable. */
  readonly owner: string;
}

/** A function, named or not. */
export interface FunctionSpan extends Span {
  /** The 1-based line by which profiles know all of it; null in languages whose profiles know each line. */
  readonly begins: number | null;
}

/** What the `hints` queries of its language find in one file. */
export interface Facts {
  readonly package: string;
  /** By the id of the expression, surest role first. */
  readonly roles: ReadonlyMap<number, readonly RoleAt[]>;
  readonly held: readonly Held[];
  /** What an expression is another way to write, by its id: `(x)` of `x`, and a local name of what it was declared as. */
  readonly inner: ReadonlyMap<number, Node>;
  readonly locals: ReadonlyMap<string, readonly Local[]>;
  readonly classes: readonly (Span & { readonly name: string })[];
  readonly functions: readonly FunctionSpan[];
  /** Matches by each of their captures: `leak`, `resource`, `few`, `keeper`, `once`, `exported`, … */
  readonly marks: ReadonlyMap<string, readonly Match[]>;
}

const lives = ['field', 'static', 'default', 'variable'] as const;

/** Sorts what the queries capture; the README of this room says what each capture means. Throws what `heed` throws. */
export function factsOf(parsed: Parsed, heed: Heed): Facts {
  const found = parsed.matches('hints', heed).map(matchOf);
  const tables = tablesIn(found);
  const matches = found.filter(match => kindIn(tables, match) !== null);
  const marks = byCapture(matches);
  const captured = (name: string): readonly (Match & { readonly node: Node })[] =>
    (marks.get(name) ?? []).flatMap(match => {
      const node = match.nodes.get(name);
      return node === undefined ? [] : [{ ...match, node }];
    });
  const scopes = captured('scope').map(({ node, set }) => ({
    ...spanOf(node),
    isWhole: set['known'] === 'everywhere',
  }));
  const named = (name: string): readonly Named[] =>
    captured(name).map(({ node, nodes }) => namedIn(node, nodes));
  const locals = without(inScopes(typed(named('local')), scopes), inScopes(named('outside'), scopes));
  const classes = captured('class').map(({ node, nodes }) => ({
    ...spanOf(node),
    name: nodes.get('class.name')?.text ?? '',
  }));
  const functions = captured('callable').map(({ node, nodes }) => {
    const begins = nodes.get('begins');
    return { ...spanOf(node), begins: begins === undefined ? null : begins.startPosition.row + 1 };
  });
  const inner = [...captured('outer'), ...captured('alias')].flatMap(({ node, nodes }) => {
    const within = nodes.get('same') ?? nodes.get('aliased');
    return within === undefined ? [] : [[node.id, within] as const];
  });
  // They are many, and nobody asks for them again.
  for (const name of [
    'scope',
    'local',
    'local.type',
    'local.value',
    'callable',
    'begins',
    'type.name',
    'type.is',
  ])
    marks.delete(name);
  return {
    package: captured('package').at(-1)?.node.text ?? '',
    roles: rolesIn(tables, matches),
    held: heldIn(tables, matches).map(each => asLocal(each, locals)),
    inner: new Map(inner),
    locals,
    classes,
    functions,
    marks,
  };
}

function byCapture(matches: readonly Match[]): Map<string, Match[]> {
  const found = new Map<string, Match[]>();
  for (const match of matches) for (const name of match.nodes.keys()) added(found, name, match);
  return found;
}

function rolesIn(tables: Tables, matches: readonly Match[]): Facts['roles'] {
  const found = new Map<number, RoleAt[]>();
  for (const match of matches) {
    const kinds = match.set['kind']?.split(' ') ?? [];
    for (const each of [...roles.map(role => ({ role, kinds, match })), ...calledIn(tables, match)]) {
      const node = each.match.nodes.get(each.role);
      if (node !== undefined) added(found, node.id, each);
    }
  }
  for (const list of found.values()) list.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return found;
}

/** Adds to the values that a key has. */
function added<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Each name once: several patterns may name it, and one tell its type. */
function typed(all: readonly Named[]): readonly Named[] {
  const found = new Map<number, Named>();
  for (const each of all) if ((found.get(each.node.id)?.type ?? '') === '') found.set(each.node.id, each);
  return [...found.values()];
}

function heldIn(tables: Tables, matches: readonly Match[]): readonly Held[] {
  const found = new Map<number, Held>();
  for (const match of matches) {
    const life = lives.find(each => match.nodes.has(each));
    const node = life && match.nodes.get(life);
    if (life === undefined || node === undefined) continue;
    const owner = match.nodes.get('owner')?.text ?? '';
    const kind = kindIn(tables, match) ?? '';
    const one = { name: node.text, node, kind, life, owner, isTyped: match.nodes.has('first') };
    if (isSurer(one, found.get(node.id))) found.set(node.id, one);
  }
  return [...found.values()];
}

/** What is static is a field to other patterns; what has a type or a value is not what it is without. */
function isSurer(a: Held, b: Held | undefined): boolean {
  if (b === undefined) return true;
  return (a.life === 'static' && b.life === 'field') || (a.isTyped && !b.isTyped);
}

function matchOf({ captures, setProperties = {} }: QueryMatch): Match {
  return { nodes: new Map(captures.map(({ name, node }) => [name, node])), set: setProperties };
}

/** A variable that stands in a function is the function's own. */
function asLocal(held: Held, locals: Facts['locals']): Held {
  const isLocal =
    held.life === 'variable' && locals.get(held.name)?.some(({ node }) => node.id === held.node.id);
  return isLocal === true ? { ...held, life: 'local' } : held;
}
