import type { Line, Location } from '../ids.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Profile } from '../profile.ts';
import type { Comparison } from './comparison.ts';
import type { SharedType } from './sharedTypes.ts';
import { sum } from './sum.ts';

/** What Go's heap profile counts. */
const goCounts = ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'];

/**
 * True when two heap profiles of a Go program count the same at every line and in all that it calls, in use and ever
 * allocated: what has other callers now was counted anew. Go publishes its
 * counts, of allocations as of frees, as of the last garbage collection that ended (`mProfCycle` in runtime/mprof.go), so
 * that captures within one cycle hold the same numbers however much is allocated meanwhile: in the real series of Parca
 * eight captures do, three seconds apart, while stacks are added that count nothing yet.
 */
export function isUncollected(comparison: Comparison, lines: LineTable): boolean {
  const { kind, profiles, types } = comparison;
  const counted = goCounts.every(name => types.some(({ type }) => type === name));
  if (kind !== 'pair' || !counted || !types.every(type => isSameTotal(comparison, type))) return false;
  if (!profiles.every(isOfGo)) return false;
  return types.every(({ columns }) => {
    const deltas = new Float64Array(lines.count);
    profiles.forEach(({ samples }, i) => {
      const { index, factor } = columns[i] ?? { index: -1, factor: 1 };
      const values = samples.values[index]?.value ?? new Float64Array();
      const sign = i === 0 ? -factor : factor;
      const { start, line } = lines.locations[i] ?? { start: [], line: [] };
      for (let sample = 0; sample < samples.count; sample++) {
        const value = sign * (values[sample] as number);
        const end = samples.stackStart[sample + 1] as number;
        for (let at = samples.stackStart[sample] as number; at < end; at++) {
          const location = samples.stack[at] as Location;
          for (let k = start[location] as number; k < (start[location + 1] as number); k++) {
            const each = line[k] as Line;
            deltas[each] = (deltas[each] as number) + value;
          }
        }
      }
    });
    return deltas.every(delta => delta === 0);
  });
}

/** Mostly the first answers, before anything is looked at line by line. */
function isSameTotal({ profiles }: Comparison, { columns }: SharedType): boolean {
  const [base, current] = columns.map(({ index, factor }, i) => {
    return sum(profiles[i]?.samples.values[index]?.value ?? new Float64Array()) * factor;
  });
  return base === current;
}

/** Whether a profile is a Go program's: a file of Go's is among those that it names. */
export function isOfGo({ functions, strings }: Pick<Profile, 'functions' | 'strings'>): boolean {
  for (let row = 0; row < functions.count; row++) {
    if (strings.get(functions.file[row] as number).endsWith('.go')) return true;
  }
  return false;
}
