import type { Match, Role, RoleAt } from './facts.ts';

/**
 * What a language's queries say once for all names and calls: `@kinds` gives each kind of container the texts of first
 * values and types that have it, `@methods` each role, of kinds, the names of methods that have it.
 */
export interface Tables {
  readonly kinds: readonly (readonly [kind: string, texts: RegExp])[];
  readonly methods: ReadonlyMap<
    string,
    readonly { readonly role: Role; readonly kinds: readonly string[] }[]
  >;
}

/** First values are looked at this far. */
const longestFirst = 200;

export function tablesIn(matches: readonly Match[]): Tables {
  const methods = new Map<string, { role: Role; kinds: readonly string[] }[]>();
  const kinds: (readonly [string, RegExp])[] = [];
  for (const { nodes, set } of matches) {
    for (const [key, value] of Object.entries(set)) {
      if (nodes.has('kinds')) kinds.push([key, new RegExp(value ?? '')]);
      if (!nodes.has('methods')) continue;
      const [role, ...of] = key.split(' ');
      for (const name of (value ?? '').split(' ')) {
        methods.set(name, [...(methods.get(name) ?? []), { role: role as Role, kinds: of }]);
      }
    }
  }
  return { kinds, methods };
}

/** The kind of container that a match declares; null for what is none. */
export function kindIn({ kinds }: Tables, { nodes, set }: Match): string | null {
  const first = nodes.get('first')?.text.slice(0, longestFirst);
  if (first === undefined) return set['kind'] ?? '';
  return kinds.find(([, texts]) => texts.test(first))?.[0] ?? null;
}

/** What the method that a match calls does to what it is called on. */
export function calledIn({ methods }: Tables, { nodes, set }: Match): readonly RoleAt[] {
  const called = nodes.get('called');
  const known = methods.get(nodes.get('method')?.text ?? '');
  if (called === undefined || known === undefined) return [];
  return known.map(({ role, kinds }) => ({
    role,
    kinds,
    match: { nodes: new Map([...nodes, [role, called]]), set },
  }));
}
