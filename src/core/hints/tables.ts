import type { Match, Role, RoleAt } from './facts.ts';

/** What a method does to what it is called on. */
interface Method {
  readonly role: Role;
  /** Kinds of container of which this is so; empty for all. */
  readonly kinds: readonly string[];
  /** What its arguments are to the role, in their order: `key`, `value`, `_`. Without these there are none it needs. */
  readonly given: readonly string[];
}

/**
 * What a language's queries say once for all names and calls: `@kinds` gives each kind of container the texts of first
 * values and types that have it, `@methods` each role, of kinds, with arguments, the names of methods that have it:
 * `"added map: key value" "put putIfAbsent"`.
 */
export interface Tables {
  readonly kinds: readonly (readonly [kind: string, texts: RegExp])[];
  readonly methods: ReadonlyMap<string, readonly Method[]>;
  /** What types that have a name in the file stand for, by it. */
  readonly named: ReadonlyMap<string, string>;
}

/** First values are looked at this far. */
const longestFirst = 200;

export function tablesIn(matches: readonly Match[]): Tables {
  const methods = new Map<string, Method[]>();
  const kinds: (readonly [string, RegExp])[] = [];
  const named = new Map<string, string>();
  for (const { nodes, set } of matches) {
    const name = nodes.get('type.name')?.text;
    const text = nodes.get('type.is')?.text ?? '';
    // Of one name in two classes of a file it is not known which is meant.
    if (name !== undefined) named.set(name, (named.get(name) ?? text) === text ? text : '');
    for (const [key, value] of Object.entries(set)) {
      if (nodes.has('kinds')) kinds.push([key, new RegExp(value ?? '')]);
      if (!nodes.has('methods')) continue;
      const [does = '', given] = key.split(': ');
      const [role, ...of] = does.split(' ');
      const method = { role: role as Role, kinds: of, given: given?.split(' ') ?? [] };
      for (const name of (value ?? '').split(' ')) methods.set(name, [...(methods.get(name) ?? []), method]);
    }
  }
  return { kinds, methods, named };
}

/** The kind of container that a match declares; null for what is none. */
export function kindIn({ kinds, named }: Tables, { nodes, set }: Match): string | null {
  const text = nodes.get('first')?.text;
  if (text === undefined) return set['kind'] ?? '';
  // A type by its name, and what a map of Go has for values: `table`, `map[string]table`; `other::table` is another.
  const first = text.slice(0, longestFirst).replace(/(?<![\w:.])\w+$/, name => named.get(name) ?? name);
  return kinds.find(([, texts]) => texts.test(first))?.[0] ?? null;
}

/** What the method that a match calls does to what it is called on. */
export function calledIn({ methods }: Tables, { nodes, set }: Match): readonly RoleAt[] {
  const called = nodes.get('called');
  const known = methods.get(nodes.get('method')?.text ?? '');
  if (called === undefined || known === undefined) return [];
  const given = nodes.get('arguments')?.namedChildren.filter(node => !node.isExtra) ?? [];
  return known
    .filter(method => method.given.length <= given.length)
    .map(({ role, kinds, given: names }) => {
      const named = names.flatMap((name, i) => (given[i] === undefined ? [] : [[name, given[i]] as const]));
      return { role, kinds, match: { nodes: new Map([...nodes, [role, called], ...named]), set } };
    });
}
