import type { Node } from 'web-tree-sitter';
import { type Local, localOf } from './locals.ts';
import type { Source } from './packageCode.ts';
import { isLocal, lineOf, roleAt, wordsIn } from './uses.ts';

/** How often what is made is followed from one local name to the next. */
const mostSteps = 3;

/** Expressions that have their parts in what they make, whatever the language: literals, and `new`. */
const made =
  /^(?:unary|reference|parenthesized|new|struct|array|tuple)_expression$|literal|list|^(?:keyed_element|object|array|dictionary|pair|tuple|keyword_argument|object_creation_expression|arguments|shorthand\w*|field_initializer)$/;

/** What gives a name its value: `c := …`, `c = …`, `let c = …`. */
const giving = /assign|declarat|^let_/;

/**
 * True for an expression of which something comes from one of some lines: a local name that is given a value there, or to which
 * something is added (`copied[k] = v`), or that was made of one such (`&counter{labels: copied}`).
 */
export function isMadeAt(source: Source, node: Node, first: number, last = first): boolean {
  for (const { local, at } of madeOf(source, node)) {
    const line = lineOf(at ?? local.node);
    if (first <= line && line <= last) return true;
  }
  return false;
}

/** True for an expression of which something is a local name's, as it is or in something that was made of it. */
export function isMadeOf(source: Source, node: Node, name: Node): boolean {
  for (const { local } of madeOf(source, node)) if (local.node.id === name.id) return true;
  return false;
}

/**
 * The local names that an expression is made of, and `at` what is given or added to them. Each name is looked at once, the
 * nearest first.
 */
function* madeOf(source: Source, node: Node): Generator<{ readonly local: Local; readonly at: Node | null }> {
  const seen = new Set<number>();
  let values: readonly Node[] = [node];
  for (let step = 0; step <= mostSteps; step++) {
    const given: Node[] = [];
    for (const part of values.flatMap(partsOf)) {
      const local = localOf(source.facts, part.text, part.startIndex);
      if (local === undefined || seen.has(local.node.id)) continue;
      seen.add(local.node.id);
      yield { local, at: null };
      for (const name of wordsIn(source, local.node.text, local.start, local.end)) {
        if (name.id !== local.node.id && !isLocal(source, name, local)) continue;
        if (roleAt(source, name, '').role === 'added') yield { local, at: name };
        const value = valueGivenTo(name);
        if (value === null) continue;
        yield { local, at: value };
        given.push(value);
      }
    }
    values = given;
  }
}

/** The names that an expression is, or that it has in it. */
function partsOf(node: Node): readonly Node[] {
  if (node.namedChildCount === 0) return [node];
  if (!made.test(node.type)) return [];
  const value = node.childForFieldName('value');
  return value === null ? node.namedChildren.flatMap(partsOf) : partsOf(value);
}

/** What a statement gives to the name on its left; null where it gives it nothing. */
function valueGivenTo(name: Node): Node | null {
  let statement = name.parent;
  while (statement !== null && /list$|pattern$/.test(statement.type)) statement = statement.parent;
  if (statement === null || !giving.test(statement.type)) return null;
  const value = statement.childForFieldName('right') ?? statement.childForFieldName('value');
  return value === null || name.startIndex >= value.startIndex ? null : value;
}
