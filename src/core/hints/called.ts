import type { Node } from 'web-tree-sitter';
import type { Declaration } from '../code/declaration.ts';
import type { Heed } from '../heed.ts';
import { accessOf, classAround, hasBareMembers } from './container.ts';
import { localOf } from './locals.ts';
import type { PackageCode, Source } from './packageCode.ts';
import { isAlike, typeOf } from './typeOfName.ts';
import { functionAt, lineOf, wordsIn } from './uses.ts';

/** Calls, whatever the language. */
export const calls = ['call_expression', 'call', 'method_invocation'];

/** A function that a call calls, and which of its parameters each argument is. */
export interface Called {
  readonly source: Source;
  readonly fn: Declaration;
  /** The local names that an argument has in the function; none for one that it has no parameter for. */
  readonly parameters: (argument: Node) => readonly Node[];
}

/** The calls that a function makes, those of functions declared inside of it left out. */
export function callsIn(source: Source, fn: Declaration): readonly Node[] {
  const [from, to] = [fn.line - 1, fn.endLine];
  return source.parsed.root
    .descendantsOfType(calls, { row: from, column: 0 }, { row: to, column: 0 })
    .filter(call => functionAt(source, lineOf(call)) === fn);
}

/** What is handed to the function that is called; `f(key=value)` hands `key=value` on. */
export function argumentsOf(call: Node): readonly Node[] {
  const list = call.childForFieldName('arguments');
  // `` f`…` `` has a text there.
  if (list === null || !/^arguments$|list$/.test(list.type)) return [];
  return list.namedChildren.filter(({ type }) => !type.endsWith('comment'));
}

/**
 * The function of the package that a call calls, as far as the types of names tell: null where they do not, and where there
 * are several.
 */
export async function calledBy(
  code: PackageCode,
  source: Source,
  call: Node,
  heed: Heed,
): Promise<Called | null> {
  const access = calleeOf(source, call);
  if (access === null) return null;
  const { name, object } = access;
  const owner = await ownerOfCallee(code, source, access, heed);
  if (owner === null) return null;
  const sources = (await code.sourcesWith(name.text, source, heed)) ?? [];
  const found = sources.flatMap(each =>
    each.outline.declarations
      .filter(fn => fn.name === name.text && isAlike(fn.owner, owner))
      .map(fn => ({ source: each, fn })),
  );
  // Files that say of no package that they belong to it have functions of their own by the same name.
  const own = found.filter(each => each.source === source);
  const [only, ...others] = own.length > 0 ? own : found;
  if (only === undefined || others.length > 0) return null;
  const named = parametersOf(only.source, only.fn, object !== null);
  const given = argumentsOf(call);
  // Behind `...rest` nobody knows which argument it is.
  const spread = given.findIndex(({ type }) => /spread|splat/.test(type));
  return {
    ...only,
    parameters: argument => {
      const key = argument.childForFieldName('name');
      if (argument.type.startsWith('keyword'))
        return named.filter(names => names.some(({ text }) => text === key?.text)).flat();
      const at = given.findIndex(({ id }) => id === argument.id);
      return spread >= 0 && at >= spread ? [] : (named[at] ?? []);
    },
  };
}

/**
 * The functions of the package that call one, or hand it on: where types do not tell which function is meant, those that speak of the only
 * one (or overloads of it) of that name, unless containers have a method of that name as well.
 */
export async function callersOf(
  code: PackageCode,
  { source, fn }: Pick<Called, 'source' | 'fn'>,
  heed: Heed,
): Promise<readonly Pick<Called, 'source' | 'fn'>[]> {
  const sources = (await code.sourcesWith(fn.name, source, heed)) ?? [];
  const named = sources.flatMap(({ outline }) => outline.declarations.filter(({ name }) => name === fn.name));
  const isOnly = named.every(({ owner }) => owner === fn.owner);
  const found: Pick<Called, 'source' | 'fn'>[] = [];
  for (const each of sources) {
    for (const name of wordsIn(each, fn.name)) {
      heed();
      const caller = functionAt(each, lineOf(name));
      if (caller === null || (caller.name === fn.name && caller.line === lineOf(name))) continue;
      const call = callOf(each, name);
      const called = call && (await calledBy(code, each, call, heed));
      const isIt =
        called !== null
          ? called.fn === fn
          : isOnly && !isAnother(each, name, call) && !(await isForeign(code, each, call, sources, heed));
      if (isIt) found.push({ source: each, fn: caller });
    }
  }
  return found;
}

/** The call that calls what has this name; null where it is not called there. */
function callOf(source: Source, name: Node): Node | null {
  let at: Node | null = name;
  for (let i = 0; i < 2 && at !== null; i++, at = at.parent) {
    const call: Node | null = at.parent;
    if (call !== null && calls.includes(call.type) && calleeOf(source, call)?.name.id === name.id)
      return call;
  }
  return null;
}

/** True for a local of that name, and a method that is known to do something to a container: `add`, `delete`. */
function isAnother(source: Source, name: Node, call: Node | null): boolean {
  const access = call === null ? name.parent && accessOf(source, name.parent) : calleeOf(source, call);
  const object = access?.name.id === name.id ? access.object : null;
  if (object === null) return localOf(source.facts, name.text, name.startIndex) !== undefined;
  const roles = source.facts.roles.get(object.id);
  return roles?.some(({ match }) => match.nodes.get('method')?.id === name.id) ?? false;
}

/** True for a call on an object of a class of which the package has no function. */
async function isForeign(
  code: PackageCode,
  source: Source,
  call: Node | null,
  sources: readonly Source[],
  heed: Heed,
): Promise<boolean> {
  const access = call && calleeOf(source, call);
  const owner = access && (await ownerOfCallee(code, source, access, heed));
  if (owner === null || owner === '') return false;
  return !sources.some(({ outline }) => outline.declarations.some(each => isAlike(each.owner, owner)));
}

/** What is called: `remember`, `book.remember`. */
function calleeOf(source: Source, call: Node): ReturnType<typeof accessOf> {
  const fn = call.childForFieldName('function');
  if (fn !== null) return accessOf(source, fn);
  const name = call.childForFieldName('name');
  return name && { name, object: call.childForFieldName('object') };
}

/** The class whose method is called, `''` for a function of the module; null where that is not sure. */
async function ownerOfCallee(
  code: PackageCode,
  source: Source,
  { name, object }: NonNullable<ReturnType<typeof accessOf>>,
  heed: Heed,
): Promise<string | null> {
  if (object !== null) return await typeOf(code, source, object, heed);
  if (localOf(source.facts, name.text, name.startIndex) !== undefined) return null;
  return hasBareMembers(source) ? classAround(source, name) : '';
}

/** The local names of each parameter; several where it is taken apart. */
function parametersOf(source: Source, fn: Declaration, isMethod: boolean): readonly Node[][] {
  const list = parameterList(outermostIn(source, fn), fn.name);
  if (list === null) return [];
  const locals = [...source.facts.locals.values()].flat().map(({ node }) => node);
  const within = ({ startIndex, endIndex }: Node): Node[] =>
    locals
      .filter(
        node => node.namedChildCount === 0 && startIndex <= node.startIndex && node.endIndex <= endIndex,
      )
      .sort((a, b) => a.startIndex - b.startIndex);
  return list.namedChildren
    .filter(({ type }) => !type.endsWith('comment') && type !== 'self_parameter')
    .filter(({ text }, i) => !(isMethod && i === 0 && /^(?:self|cls)\b/.test(text)))
    .flatMap(parameter => {
      const names = within(parameter);
      // `a, b string`
      return parameter.type === 'parameter_declaration' ? names.map(name => [name]) : [names];
    });
}

/** The largest expression that stands on a function's lines alone. */
function outermostIn({ parsed }: Source, { line, endLine }: Declaration): Node | null {
  const row = line - 1;
  const column = /\S/.exec(parsed.text.split('\n', line)[row] ?? '')?.index ?? 0;
  let at = parsed.root.descendantForPosition({ row, column });
  for (let outer = at?.parent ?? null; outer !== null && outer.parent !== null; outer = outer.parent) {
    if (lineOf(outer) < line || outer.endPosition.row >= endLine) break;
    at = outer;
  }
  return at;
}

/** The parameters of the first function in an expression that has a name or none. */
function parameterList(node: Node | null, name: string): Node | null {
  const waiting = node === null ? [] : [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const list = at.childForFieldName('parameters');
    const named = at.childForFieldName('name');
    if (list !== null && (named === null || named.text === name)) return list;
    waiting.push(...[...at.namedChildren].reverse());
  }
  return null;
}
