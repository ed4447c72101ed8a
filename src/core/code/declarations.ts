import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import type { Declaration, Outline } from './declaration.ts';
import type { Parsed } from './syntax.ts';

/**
 * Reads what a file declares, by the captures of its language's `declarations` queries: `@function` or `@scope`
 * (a class, namespace or whatever else functions belong to) with its `@name`; `@owner` where the function itself says
 * whose it is; `@start` where compilers record another line than that of the function's beginning; `@literal`
 * for a function without a name. Throws what `heed` throws.
 */
export function outlineOf(parsed: Parsed, heed: Heed): Outline {
  const text = parsed.text;
  let lines = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
  return {
    declarations: declarationsIn(parsed.matches('declarations', heed)),
    lines,
    linked: parsed.grammar === 'go' ? linkedNames(text) : new Map(),
  };
}

interface Item {
  readonly kind: 'function' | 'scope' | 'literal';
  readonly start: number;
  readonly end: number;
  readonly declaration: Declaration & { readonly literals: Declaration[] };
  /** Whether the function itself says whose it is. */
  readonly isOwned: boolean;
}

function declarationsIn(matches: readonly QueryMatch[]): readonly Declaration[] {
  const items = new Map<number, Item>();
  for (const match of matches) {
    const item = itemOf(match);
    // What several patterns match is what the first of them says.
    if (item !== null && !items.has(item.id)) items.set(item.id, item);
  }
  const found: Declaration[] = [];
  const open: Item[] = [];
  for (const item of [...items.values()].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= item.start) open.pop();
    const around = open.at(-1);
    const { declaration } = item;
    if (item.kind === 'function') {
      const owner = item.isOwned || around?.kind !== 'scope' ? declaration.owner : around.declaration.name;
      const owned = { ...declaration, owner };
      found.push(owned);
      open.push({ ...item, declaration: owned });
      continue;
    }
    if (item.kind === 'literal') around?.declaration.literals.push(declaration);
    open.push(item);
  }
  return found.sort((a, b) => a.line - b.line);
}

function itemOf({ captures }: QueryMatch): (Item & { readonly id: number }) | null {
  const of = (name: string): Node | undefined => captures.find(capture => capture.name === name)?.node;
  const kind = (['function', 'scope', 'literal'] as const).find(each => of(each) !== undefined);
  const node = kind && of(kind);
  if (kind === undefined || node === undefined) return null;
  const owner = of('owner');
  return {
    id: node.id,
    kind,
    start: node.startIndex,
    end: node.endIndex,
    isOwned: owner !== undefined,
    declaration: {
      name: of('name')?.text ?? '',
      owner: owner?.text ?? '',
      line: (of('start') ?? node).startPosition.row + 1,
      endLine: node.endPosition.row + 1,
      literals: [],
    },
  };
}

/** Names under which a file declares functions that `//go:linkname` gives to another package, by their full names. */
function linkedNames(text: string): ReadonlyMap<string, string> {
  const found = text.includes('//go:linkname') ? text.matchAll(/^\/\/go:linkname (\w+) (\S+)$/gm) : [];
  return new Map([...found].map(([, local, full = '']) => [full, `linked.${local}`]));
}
