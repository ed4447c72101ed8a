import type { Node } from 'web-tree-sitter';

/** A range of a text: `start ..< end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where local names are known. */
export interface Scope extends Span {
  /** Whether a name is known in all of it, also before its declaration. */
  readonly isWhole: boolean;
}

/** A name as it is declared. */
export interface Named {
  readonly node: Node;
  /** Its type or first value, as far as the declaration tells. */
  readonly type: string;
  /** Its first value, where the name is not known yet; null where it is. */
  readonly value: Span | null;
}

/** A local name, and where it is known. */
export interface Local extends Named, Scope {}

/** Local names by what they are called. */
export type Locals = ReadonlyMap<string, readonly Local[]>;

/** What a match declares under a name. */
export function namedIn(node: Node, nodes: ReadonlyMap<string, Node>): Named {
  const value = nodes.get('local.value');
  const type = nodes.get('local.type')?.text ?? typeOfValue(value?.text ?? '');
  return { node, type, value: value === undefined ? null : spanOf(value) };
}

/** `T{…}`, `T[K]{…}`, `new(T)`, `newT(…)` and `T::new(…)` tell their type; any other value does not. */
export function typeOfValue(value: string): string {
  return (
    /^(?:&(?:mut )?)?(?:(?:\w+\.)*[nN]ew\w*\(\w*|(?!map\b)[\w.:]+(?=(?:\[[^\]]*\])? ?\{)|(?:\w+::)*[A-Z]\w*(?=::))/.exec(
      value,
    )?.[0] ?? ''
  );
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

export function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}

/** The local name that a name at a position is, if it is one. */
export function localOf(
  { locals }: { readonly locals: Locals },
  name: string,
  at: number,
): Local | undefined {
  const isKnown = ({ node, value, isWhole }: Local): boolean =>
    (isWhole || node.startIndex <= at) && (value === null || at < value.start || value.end <= at);
  return around([...(locals.get(name)?.filter(isKnown) ?? [])].reverse(), at);
}

/** Locals but for the names that their scope says are declared outside of it. */
export function without(locals: Locals, outside: Locals): Locals {
  if (outside.size === 0) return locals;
  const isOutside = (name: string, { start, end }: Span): boolean =>
    outside.get(name)?.some(scope => scope.start === start && scope.end === end) ?? false;
  return new Map([...locals].map(([name, all]) => [name, all.filter(each => !isOutside(name, each))]));
}

/** Each local name with the scope it is known in: the innermost around its declaration. */
export function inScopes(locals: readonly Named[], scopes: readonly Scope[]): Locals {
  const found = new Map<string, Local[]>();
  const sorted = [...scopes].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Scope[] = [];
  let next = 0;
  for (const named of [...locals].sort((a, b) => a.node.startIndex - b.node.startIndex)) {
    const { node } = named;
    const at = node.startIndex;
    for (let scope = sorted[next]; scope !== undefined && scope.start <= at; scope = sorted[++next]) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= scope.start) open.pop();
      open.push(scope);
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
    const scope = open.at(-1);
    if (scope === undefined) continue;
    const list = found.get(node.text) ?? [];
    list.push({ ...named, ...scope });
    found.set(node.text, list);
  }
  return found;
}
