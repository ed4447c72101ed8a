import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Parsed } from '../code/syntax.ts';
import type { Heed } from '../heed.ts';

/** What code does to the expression that a query captures under this name, surest first. */
export const roles = [
  'initial',
  'removed',
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
  /** Whether it belongs to an object, a class, a parameter's default, or a module (a package, in Go). */
  readonly life: 'field' | 'static' | 'default' | 'variable';
  /** The class or struct, `''` for a module's variable. */
  readonly owner: string;
}

/** A range of a text: `start ..< end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A local name: where it is known, and its type as far as its declaration tells. */
export interface Local extends Span {
  readonly node: Node;
  readonly type: string;
}

/** A name as it is declared, with its type as far as the declaration tells. */
interface Named {
  readonly node: Node;
  readonly type: string;
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
  'reset',
  'platform',
  'made',
] as const;

/** Sorts what the queries capture; the README of this room says what each capture means. Throws what `heed` throws. */
export function factsOf(parsed: Parsed, heed: Heed): Facts {
  const byNode = new Map<number, RoleAt[]>();
  const marks = new Map<string, Match[]>();
  const held = new Map<number, Held>();
  const inner = new Map<number, Node>();
  const scopes: Span[] = [];
  const locals: Named[] = [];
  const outside: Named[] = [];
  const classes: (Span & { readonly name: string })[] = [];
  let inPackage = '';
  for (const found of parsed.matches('hints', heed)) {
    const match = matchOf(found);
    const { nodes, set } = match;
    for (const role of roles) {
      const node = nodes.get(role);
      if (node === undefined) continue;
      const list = byNode.get(node.id) ?? [];
      list.push({ role, kinds: set['kind']?.split(' ') ?? [], match });
      byNode.set(node.id, list);
    }
    for (const life of lives) {
      const node = nodes.get(life);
      if (node === undefined || held.has(node.id)) continue;
      const owner = nodes.get('owner')?.text ?? '';
      held.set(node.id, { name: node.text, node, kind: set['kind'] ?? '', life, owner });
    }
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
    if (scope !== undefined) scopes.push(spanOf(scope));
    const local = nodes.get('local');
    if (local !== undefined) locals.push({ node: local, type: nodes.get('local.type')?.text ?? '' });
    const global = nodes.get('outside');
    if (global !== undefined) outside.push({ node: global, type: '' });
    const named = nodes.get('class');
    if (named !== undefined) classes.push({ ...spanOf(named), name: nodes.get('class.name')?.text ?? '' });
    inPackage = nodes.get('package')?.text ?? inPackage;
  }
  for (const list of byNode.values()) list.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return {
    package: inPackage,
    roles: byNode,
    held: [...held.values()],
    inner,
    locals: without(inScopes(locals, scopes), inScopes(outside, scopes)),
    classes,
    marks,
  };
}

/** The innermost of some spans around a position. */
export function around<T extends Span>(spans: readonly T[], at: number): T | undefined {
  let best: T | undefined;
  for (const span of spans) {
    const holds = span.start <= at && at < span.end;
    if (holds && (best === undefined || span.end - span.start < best.end - best.start)) best = span;
  }
  return best;
}

/** The local name that a name at a position is, if it is one. */
export function localOf({ locals }: Facts, name: string, at: number): Local | undefined {
  const known = locals.get(name)?.filter(({ node }) => node.startIndex <= at) ?? [];
  return around([...known].reverse(), at);
}

export function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}

function matchOf({ captures, setProperties = {} }: QueryMatch): Match {
  return { nodes: new Map(captures.map(({ name, node }) => [name, node])), set: setProperties };
}

/** Locals but for the names that their scope says are declared outside of it. */
function without(locals: Facts['locals'], outside: Facts['locals']): Facts['locals'] {
  if (outside.size === 0) return locals;
  const isOutside = (name: string, { start, end }: Span): boolean =>
    outside.get(name)?.some(scope => scope.start === start && scope.end === end) ?? false;
  return new Map([...locals].map(([name, all]) => [name, all.filter(each => !isOutside(name, each))]));
}

/** Each local name with the scope it is known in: the innermost around its declaration. */
function inScopes(locals: readonly Named[], scopes: readonly Span[]): ReadonlyMap<string, readonly Local[]> {
  const found = new Map<string, Local[]>();
  const sorted = [...scopes].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Span[] = [];
  let next = 0;
  for (const { node, type } of [...locals].sort((a, b) => a.node.startIndex - b.node.startIndex)) {
    const at = node.startIndex;
    for (let scope = sorted[next]; scope !== undefined && scope.start <= at; scope = sorted[++next]) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= scope.start) open.pop();
      open.push(scope);
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
    const scope = open.at(-1);
    if (scope === undefined) continue;
    found.set(node.text, [
      ...(found.get(node.text) ?? []),
      { start: scope.start, end: scope.end, node, type },
    ]);
  }
  return found;
}
