import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Parsed } from '../code/syntax.ts';
import type { Heed } from '../heed.ts';
import {
  inScopes,
  type Local,
  type Named,
  namedIn,
  type Scope,
  type Span,
  spanOf,
  without,
} from './locals.ts';
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
  /** Matches by the capture that names what they are for: `leak`, `resource`, `few`, `keeper`, `once`, `exported`, … */
  readonly marks: ReadonlyMap<string, readonly Match[]>;
}

const lives = ['field', 'static', 'default', 'variable'] as const;
const marked = [
  'leak',
  'resource',
  'few',
  'keeper',
  'held',
  'brief',
  'embedded',
  'once',
  'constructor',
  'exported',
  'private',
  'reset',
  'platform',
  'made',
  'escaping',
  'returned',
  'named',
  'recurring',
  'ran',
  'later',
  'guarded',
  'wrapper',
] as const;

/** Sorts what the queries capture; the README of this room says what each capture means. Throws what `heed` throws. */
export function factsOf(parsed: Parsed, heed: Heed): Facts {
  const byNode = new Map<number, RoleAt[]>();
  const marks = new Map<string, Match[]>();
  const held = new Map<number, Held>();
  const inner = new Map<number, Node>();
  const scopes: Scope[] = [];
  const locals = new Map<number, Named>();
  const outside: Named[] = [];
  const classes: (Span & { readonly name: string })[] = [];
  const functions: FunctionSpan[] = [];
  let inPackage = '';
  const matches = parsed.matches('hints', heed).map(matchOf);
  const tables = tablesIn(matches);
  for (const match of matches) {
    const { nodes, set } = match;
    const kinds = set['kind']?.split(' ') ?? [];
    for (const each of [...roles.map(role => ({ role, kinds, match })), ...calledIn(tables, match)]) {
      const node = each.match.nodes.get(each.role);
      if (node === undefined) continue;
      const list = byNode.get(node.id) ?? [];
      list.push(each);
      byNode.set(node.id, list);
    }
    const one = heldIn(tables, match);
    if (one !== null && isSurer(one, held.get(one.node.id))) held.set(one.node.id, one);
    for (const mark of marked) {
      if (!nodes.has(mark)) continue;
      const list = marks.get(mark) ?? [];
      list.push(match);
      marks.set(mark, list);
    }
    for (const [outer, within] of [
      ['outer', 'same'],
      ['alias', 'aliased'],
    ] as const) {
      const node = nodes.get(within);
      const of = nodes.get(outer);
      if (node !== undefined && of !== undefined) inner.set(of.id, node);
    }
    const scope = nodes.get('scope');
    if (scope !== undefined) scopes.push({ ...spanOf(scope), isWhole: set['known'] === 'everywhere' });
    const local = nodes.get('local');
    // Several patterns may name it, and one tell its type.
    if (local !== undefined && (locals.get(local.id)?.type ?? '') === '')
      locals.set(local.id, namedIn(local, nodes));
    const global = nodes.get('outside');
    if (global !== undefined) outside.push(namedIn(global, nodes));
    const named = nodes.get('class');
    if (named !== undefined) classes.push({ ...spanOf(named), name: nodes.get('class.name')?.text ?? '' });
    const fn = nodes.get('callable');
    const begins = nodes.get('begins');
    if (fn !== undefined)
      functions.push({ ...spanOf(fn), begins: begins ? begins.startPosition.row + 1 : null });
    inPackage = nodes.get('package')?.text ?? inPackage;
  }
  for (const list of byNode.values()) list.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  const known = without(inScopes([...locals.values()], scopes), inScopes(outside, scopes));
  return {
    package: inPackage,
    roles: byNode,
    held: [...held.values()].map(each => asLocal(each, known)),
    inner,
    locals: known,
    classes,
    functions,
    marks,
  };
}

function heldIn(tables: Tables, match: Match): Held | null {
  const life = lives.find(each => match.nodes.has(each));
  const node = life && match.nodes.get(life);
  const kind = node && kindIn(tables, match);
  if (life === undefined || node === undefined || typeof kind !== 'string') return null;
  const owner = match.nodes.get('owner')?.text ?? '';
  return { name: node.text, node, kind, life, owner, isTyped: match.nodes.has('first') };
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
