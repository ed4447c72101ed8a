import { withoutBuildParts } from './buildParts.ts';
import { withoutTypeArguments } from './goName.ts';

/** A function's name without what changes from build to build: what it can be found again by. */
export function stableName(name: string): string {
  return withoutBuildParts(withoutTypeArguments(name));
}

/** In which of two profiles a name stands: the base, the current one, both. */
const [inBase, inCurrent, inBoth] = [1, 2, 3];

/**
 * Names of a pair that are spelt otherwise in the other profile, by number, each with the stable name that joins them: they stand
 * in one profile alone, and so does one of that stable name in the other. What both spell alike is a function of its own, as in pprof.
 * `standsIn`: for each name a bit for each profile that has it, the first one's 1.
 */
export function respelt(names: readonly string[], standsIn: readonly number[]): ReadonlyMap<number, string> {
  // Where one function's type arguments are written alike, all are: those of another are another function's.
  const isGoAlike = names.some((name, id) => standsIn[id] === inBoth && withoutTypeArguments(name) !== name);
  const stableOf = isGoAlike ? withoutBuildParts : stableName;
  const alone = (id: number): boolean => standsIn[id] === inBase || standsIn[id] === inCurrent;
  const groups = new Map<string, number[]>();
  for (const [id, name] of names.entries()) {
    if (!alone(id)) continue;
    const stable = stableOf(name);
    if (stable === name) continue;
    const group = groups.get(stable);
    if (group === undefined) groups.set(stable, [id]);
    else group.push(id);
  }
  const joined = new Map<number, string>();
  if (groups.size === 0) return joined;
  for (const [id, name] of names.entries()) if (alone(id)) groups.get(name)?.push(id);
  for (const [stable, ids] of groups) {
    if (ids.reduce((all, id) => all | (standsIn[id] ?? 0), 0) !== inBoth) continue;
    for (const id of ids) joined.set(id, stable);
  }
  return joined;
}
