import type { Line, Location } from '../ids.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { FunctionText, OwnTest } from '../names/ownCode.ts';
import { packageOf } from '../names/packages.ts';
import { PairIds } from '../names/pairIds.ts';
import type { Profile } from '../profile.ts';

/**
 * Functions that every stack of the profiles ends in, as lines of the line table (1 for each): an allocator that nobody
 * has named, as a rule. None where all stacks of a profile come there by one caller only, or one of the callers is of
 * the same package: then it may well be where the memory goes. Nor where they are the reader's own and not all callers
 * are: nothing of the reader's would be left to name.
 */
export function commonLeaves(profiles: readonly Profile[], lines: LineTable, isOwn: OwnTest): Uint8Array {
  const marked = new Uint8Array(lines.count);
  // Mostly the first few stacks end in functions of different names, and nothing needs to be numbered.
  if (!commonEnd(profiles, lines, lines.name)?.length) return marked;
  const functions = new PairIds();
  const functionOf = Uint32Array.from(lines.name, (name, line) =>
    functions.idOf(name, lines.file[line] as number),
  );
  const common = commonEnd(profiles, lines, functionOf);
  if (common === undefined || common.length === 0) return marked;
  const callers = profiles.map(() => new Set<number>());
  let isCalled = true;
  eachStack(profiles, lines, functionOf, (stack, i) => {
    const caller = stack[common.length];
    if (caller === undefined) isCalled = false;
    else callers[i]?.add(caller);
  });
  const all = [...new Set(callers.flatMap(some => [...some]))];
  const first = new Map<number, Line>();
  functionOf.forEach((id, line) => {
    if (!first.has(id)) first.set(id, line as Line);
  });
  const textOf = (id: number): FunctionText => {
    const line = first.get(id) ?? 0;
    return {
      name: lines.names[lines.name[line] as number] ?? '',
      file: lines.files[lines.file[line] as number] ?? '',
    };
  };
  const isOwnAt = (id: number): boolean => {
    const { name, file } = textOf(id);
    return isOwn(name, file);
  };
  const packageAt = (id: number): string => {
    const { name, file } = textOf(id);
    return name.startsWith('[') || file === '' ? '' : packageOf(name, file, '');
  };
  const packages = new Set(common.map(packageAt).filter(Boolean));
  const ofOnePackage = all.some(id => packages.has(packageAt(id)));
  const hidesOwn = common.some(isOwnAt) && !(isCalled && all.every(isOwnAt));
  if (callers.every(some => some.size < 2) || ofOnePackage || hidesOwn) return marked;
  functionOf.forEach((id, line) => {
    if (common.includes(id)) marked[line] = 1;
  });
  return marked;
}

/** The functions that all stacks end in, the innermost first. */
function commonEnd(
  profiles: readonly Profile[],
  lines: LineTable,
  functionOf: Uint32Array,
): readonly number[] | undefined {
  let common: readonly number[] | undefined;
  eachStack(profiles, lines, functionOf, stack => {
    if (common === undefined) {
      common = stack.slice();
      return;
    }
    let alike = 0;
    while (alike < common.length && alike < stack.length && common[alike] === stack[alike]) alike += 1;
    if (alike < common.length) common = common.slice(0, alike);
    return common.length > 0;
  });
  return common;
}

/** More frames that say nothing no stack ends in; one frame further is looked at for who called them. */
const deepest = 32;

/** Visits the ends of all stacks that are not empty, the innermost function first, until `visit` says false. */
function eachStack(
  profiles: readonly Profile[],
  lines: LineTable,
  functionOf: Uint32Array,
  visit: (stack: number[], profile: number) => boolean | undefined,
): void {
  for (const [i, { samples }] of profiles.entries()) {
    const locations = lines.locations[i];
    if (locations === undefined) continue;
    const { start, line } = locations;
    for (let sample = 0; sample < samples.count; sample++) {
      const stack: number[] = [];
      const end = samples.stackStart[sample + 1] as number;
      for (let at = samples.stackStart[sample] as number; at < end && stack.length <= deepest; at++) {
        const location = samples.stack[at] as Location;
        for (let k = (start[location + 1] as number) - 1; k >= (start[location] as number); k--) {
          stack.push(functionOf[line[k] as Line] as number);
        }
      }
      if (stack.length > 0 && visit(stack, i) === false) return;
    }
  }
}
