import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import type { Declaration, Outline } from './declaration.ts';
import type { Parsed } from './syntax.ts';

/** Literals within literals that are kept: nobody writes as many, and what copies an outline calls itself for each. */
const deepest = 100;

/**
 * Reads what a file declares, by the captures of its language's `declarations` queries:
 *
 * - `@function`, or `@scope` for a class, a namespace or whatever else functions belong to, with its `@name`;
 * - `@owner` where the function itself says whose it is;
 * - `@line` where a function's first line is not that of its node, `@start` where compilers record yet another;
 * - `@literal` for a function without a name.
 *
 * What tells of a function may stand in a pattern of its own: it is of the function directly around it, which takes the
 * first `@name` in front of its `@body`, with its owner and line, and the first `@start`. Several `@name`s are the words
 * of one, `(#set! name "…")` is one that the text does not have. Of the patterns that find one node the first in the file
 * counts. A function that nothing names is left out. Throws what `heed` throws.
 *
 * Where `words` are given, at least what has one of them for its name is found: the rest of a large file is not looked at.
 */
export function outlineOf(parsed: Parsed, heed: Heed, words: readonly string[] | null = null): Outline {
  const text = parsed.text;
  let lines = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++;
  const parts = words === null ? undefined : parsed.partsWith(words);
  return {
    declarations: declarationsIn(itemsOf(parsed.matches('declarations', heed, parts), heed)),
    lines,
    linked: parsed.grammar === 'go' ? linkedNames(text) : new Map(),
  };
}

/** What a match tells, of what it finds or of the function around it. */
interface Item {
  readonly kind: 'function' | 'scope' | 'literal' | 'detail';
  readonly pattern: number;
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly body: number;
  readonly literals: Declaration[];
  name: string | undefined;
  owner: string | undefined;
  /** The name of the scope directly around it. */
  scope: string | undefined;
  line: number | undefined;
  start: number | undefined;
}

function declarationsIn(items: readonly Item[]): readonly Declaration[] {
  const found: Item[] = [];
  const open: Item[] = [];
  for (const item of items) {
    while ((open.at(-1)?.to ?? Number.POSITIVE_INFINITY) <= item.from) open.pop();
    const around = open.at(-1);
    if (item.kind === 'detail') {
      if (around?.kind === 'function') complete(around, item);
      continue;
    }
    if (item.kind === 'literal' && open.length < deepest) around?.literals.push(declarationOf(item));
    if (item.kind === 'function') found.push(item);
    if (around?.kind === 'scope') item.scope = around.name;
    open.push(item);
  }
  return found
    .map(declarationOf)
    .filter(({ name }) => name !== '')
    .sort((a, b) => a.line - b.line);
}

function complete(item: Item, more: Item): void {
  item.start ??= more.start;
  if (item.name !== undefined || more.from >= item.body) return;
  item.name = more.name;
  item.owner = more.owner;
  item.line = more.line;
}

/** In the order of the text, what is around others before them. */
function itemsOf(matches: readonly QueryMatch[], heed: Heed): readonly Item[] {
  const items = new Map<number, Item>();
  const details: Item[] = [];
  matches.forEach((match, i) => {
    if (i % 1024 === 0) heed();
    const item = itemOf(match);
    if (item === null) return;
    const known = items.get(item.node.id);
    if (item.kind === 'detail') details.push(item);
    else if (known === undefined || item.pattern < known.pattern) items.set(item.node.id, item);
  });
  return [...items.values(), ...details].sort((a, b) => a.from - b.from || b.to - a.to);
}

function itemOf({ captures, patternIndex, setProperties }: QueryMatch): Item | null {
  const of = (name: string): Node | undefined => captures.find(capture => capture.name === name)?.node;
  const lineOf = (name: string) => {
    const node = of(name);
    return node && node.startPosition.row + 1;
  };
  const kind = (['function', 'scope', 'literal'] as const).find(each => of(each) !== undefined) ?? 'detail';
  const node = of(kind) ?? captures[0]?.node;
  if (node === undefined) return null;
  const words = captures.filter(({ name }) => name === 'name').map(capture => oneLine(capture.node.text));
  return {
    kind,
    pattern: patternIndex,
    node,
    from: node.startIndex,
    to: node.endIndex,
    body: of('body')?.startIndex ?? Number.POSITIVE_INFINITY,
    literals: [],
    scope: undefined,
    name: setProperties?.['name'] ?? (words.length > 0 ? words.join(' ') : undefined),
    owner: of('owner')?.text,
    line: lineOf('line'),
    start: lineOf('start'),
  };
}

/** As frames have it: `operator==`, `operator new[]`; a private field without its `#`. */
function oneLine(name: string): string {
  return name
    .replace(/^#/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(\W) ?/g, '$1');
}

function declarationOf({ node, name = '', owner, scope, line, start, literals }: Item): Declaration {
  const first = line ?? node.startPosition.row + 1;
  return {
    name,
    owner: owner ?? scope ?? '',
    line: first,
    endLine: node.endPosition.row + 1,
    ...(start === undefined ? {} : { start }),
    literals,
  };
}

/** Names under which a file declares functions that `//go:linkname` gives to another package, by their full names. */
function linkedNames(text: string): ReadonlyMap<string, string> {
  const found = text.includes('//go:linkname') ? text.matchAll(/^\/\/go:linkname (\w+) (\S+)$/gm) : [];
  return new Map([...found].map(([, local, full = '']) => [full, `linked.${local}`]));
}
