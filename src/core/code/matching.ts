import type { Declaration } from './declaration.ts';
import type { FrameName } from './frameName.ts';

/** Declarations by the name under which frames may have them: V8 calls a constructor by its class. */
export function namedAs(declarations: readonly Declaration[]): ReadonlyMap<string, readonly Declaration[]> {
  const found = new Map<string, Declaration[]>();
  const add = (name: string, each: Declaration): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [each]);
    else known.push(each);
  };
  for (const each of declarations) {
    add(each.name, each);
    if (each.name === 'constructor' && each.owner !== each.name) add(each.owner, each);
  }
  return found;
}

/**
 * The declarations that may be the frame's: those of its name and owner; where no owner agrees, those of its
 * name that have none, since a frame's owner may be a namespace, a module or a function inlined around it. `declarations`
 * are at least those that `namedAs` has for the frame's name.
 */
export function matchingDeclarations(
  declarations: readonly Declaration[],
  frame: FrameName,
): readonly Declaration[] {
  // V8 calls a constructor by its class, one that the class does not declare as well.
  const isConstructor = ({ name, owner }: Declaration) => name === 'constructor' && owner === frame.name;
  const isDeclared = declarations.some(isConstructor);
  const named = declarations.filter(
    each => isConstructor(each) || (each.name === frame.name && !(isDeclared && each.owner === frame.name)),
  );
  if (frame.owner === null) return named;
  const owned = named.filter(({ owner }) => owner === frame.owner);
  return owned.length > 0 ? owned : named.filter(({ owner }) => owner === '');
}

/**
 * The function literal of a closure's frame inside its function, by its number at each level of nesting, counted from
 * 1; null when there are not so many.
 */
export function literalIn(outer: Declaration, literals: readonly number[]): Declaration | null {
  let inside: Declaration | undefined = outer;
  for (const number of literals) inside = inside?.literals[number - 1];
  return inside === undefined || inside === outer ? null : inside;
}
