import type { Line } from '../ids.ts';
import { type LineTable, truncatedLine } from '../names/lineTable.ts';
import type { Profile } from '../profile.ts';
import type { Comparison } from './comparison.ts';
import { leafLines } from './leafLines.ts';
import { areDifferentBuilds, programOf } from './programs.ts';
import { indexOfType } from './sharedTypes.ts';

/** True when the profiles say that they come from different builds or programs. */
export function differentBinaries(base: Profile, current: Profile): boolean {
  return areDifferentBuilds(programOf(base, []), programOf(current, []));
}

/** What may seem to shrink in one process: rounding, and stacks whose mean object size changed. */
const tolerance = 0.001;

/** Whether counters that only grow in one process went back: `gone` of what they came to `earlier`, all together. */
export function wentBack(gone: number, earlier: number): boolean {
  return gone > earlier * tolerance;
}

/**
 * True when less had been allocated somewhere at the later capture than at the earlier one, as only a new process can.
 * In one process these counters grow; on real pairs not a single source line had gone down.
 */
export function hasRestarted(comparison: Comparison, lines: LineTable): boolean {
  if (comparison.kind !== 'pair') return false;
  const [first, second] = comparison.profiles;
  const backwards = !!first?.timeNanos && !!second?.timeNanos && second.timeNanos < first.timeNanos;
  const leaves = leafLines(comparison, lines);
  return ['alloc_space', 'alloc_objects'].some(name => {
    const type = comparison.types[indexOfType(comparison.types, name)];
    if (type === undefined) return false;
    /** Earlier minus later value of each line. */
    const deltas = new Float64Array(lines.count);
    let earlier = 0;
    comparison.profiles.forEach(({ samples }, i) => {
      const { index, factor } = type.columns[i] ?? { index: -1, factor: 1 };
      const values = samples.values[index]?.value ?? new Float64Array();
      const line = leaves[i] ?? new Uint32Array();
      const isEarlier = (i === 0) !== backwards;
      for (let sample = 0; sample < samples.count; sample++) {
        const value = (values[sample] as number) * factor;
        const leaf = line[sample] as Line;
        if (isEarlier) earlier += value;
        if (leaf !== truncatedLine) deltas[leaf] = (deltas[leaf] as number) + (isEarlier ? value : -value);
      }
    });
    const gone = deltas.reduce((total, delta) => total + Math.max(0, delta), 0);
    return wentBack(gone, earlier);
  });
}

/** Whether counters that only ever grow can be subtracted: one process, captured twice. */
export function isSameProcess(comparison: Comparison, restarted: boolean): boolean {
  const [base, current] = comparison.profiles;
  if (base === undefined || current === undefined || comparison.kind !== 'pair') return false;
  return !differentBinaries(base, current) && !restarted;
}
