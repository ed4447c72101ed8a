import type { Node } from 'web-tree-sitter';
import type { Heed } from '../heed.ts';
import { argumentsOf, type Called, calledBy, calls, callsIn } from './called.ts';
import { type Addition, additionOf, additionsIn, isWhole, onlyOne, type Site } from './gain.ts';
import { isOnce } from './lifetime.ts';
import { isMadeAt, isMadeOf } from './madeAt.ts';
import type { PackageCode } from './packageCode.ts';
import { lineOf } from './uses.ts';
import { isFew } from './within.ts';

/** Through how many functions a value is followed, each of which hands it to the next. */
const mostSteps = 3;

/** A function with more calls than this is generated, and takes long to follow. */
const mostCalls = 500;

/** Expressions that allocate what they are, whatever the language. */
const making =
  /composite|^object|array|^new|^struct|^list|^dict|^set|comprehension|template|func|arrow|closure|lambda|macro/;

/**
 * The addition of a function that the site calls with what it makes: `book.remember(id, order)`, or of one that this calls with
 * it in turn; null when there is none, or several.
 */
export async function additionByCalled(code: PackageCode, site: Site, heed: Heed): Promise<Addition | null> {
  const { source, line, fn } = site;
  // What the function is given itself, on its first line, is made elsewhere.
  const [first, last] = isWhole(site) ? [line + 1, fn.endLine] : [line, line];
  if (first === fn.line && fn.endLine > fn.line) return null;
  const isMade = (argument: Node): boolean => {
    const at = lineOf(argument);
    return isMadeAt(source, argument, first, last) || (first <= at && at <= last && isMaking(argument));
  };
  return onlyOne(await handedOn(code, site, isMade, mostSteps, heed));
}

/** What is added of the arguments that pass, by all functions that one calls with them. */
async function handedOn(
  code: PackageCode,
  { source, fn }: Pick<Site, 'source' | 'fn'>,
  isHanded: (argument: Node) => boolean,
  steps: number,
  heed: Heed,
): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  const all = steps === 0 ? [] : callsIn(source, fn);
  for (const call of all.length > mostCalls ? [] : all) {
    heed();
    const given = argumentsOf(call);
    const handed = given.filter(isHanded);
    if (handed.length === 0 || isOnce(source, call)) continue;
    const callee = await calledBy(code, source, call, heed);
    if (callee === null) continue;
    const few: Node[] = [];
    for (const argument of given)
      if (await isFew(code, source, argument, heed)) few.push(...callee.parameters(argument));
    const parameters = handed.flatMap(callee.parameters).filter(name => !few.includes(name));
    const added = await additionsOf(code, callee, parameters, few, heed);
    const isOfParameter = (argument: Node): boolean =>
      parameters.some(name => isMadeOf(callee.source, argument, name));
    found.push(...(added.length > 0 ? added : await handedOn(code, callee, isOfParameter, steps - 1, heed)));
  }
  return found;
}

/** What a function adds of its parameters, but under the keys that are one of `few`. */
async function additionsOf(
  code: PackageCode,
  { source, fn }: Called,
  parameters: readonly Node[],
  few: readonly Node[],
  heed: Heed,
): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  for (const { match, added } of additionsIn({ source, fn })) {
    const isOf = (part: string, names: readonly Node[]): boolean => {
      const node = match.nodes.get(part);
      return node !== undefined && names.some(name => isMadeOf(source, node, name));
    };
    if (isOf('key', few) || !(isOf('value', parameters) || isOf('key', parameters))) continue;
    const addition = await additionOf(code, { source, line: lineOf(added), fn }, match, heed);
    if (addition !== null) found.push({ ...addition, isHanded: true });
  }
  return found;
}

/** True for an expression that allocates something there, or that is what a function returns. */
function isMaking(node: Node): boolean {
  let at = node;
  while (/^(?:unary|reference|parenthesized|await)_expression$/.test(at.type) && at.namedChildCount === 1)
    at = at.firstNamedChild ?? at;
  return making.test(at.type) || calls.includes(at.type);
}
