import type { LineTable } from '../names/lineTable.ts';
import type { Profile } from '../profile.ts';
import { type Comparison, pairColumns } from './comparison.ts';
import { indexOfType } from './sharedTypes.ts';
import { sum } from './sum.ts';

/** True when the profiles say that they come from different builds or programs. */
export function differentBinaries(base: Profile, current: Profile): boolean {
  const [one, other] = [base.mappings[0], current.mappings[0]];
  if (one === undefined || other === undefined) return false;
  if (one.buildId !== '' && other.buildId !== '') return one.buildId !== other.buildId;
  return one.file !== '' && other.file !== '' && one.file !== other.file;
}

/** What may seem to shrink in one process: rounding, and stacks whose mean object size changed. */
const tolerance = 0.001;

/**
 * True when less had been allocated somewhere at the later capture than at the earlier one, as only a new process can.
 * In one process these counters grow; on real pairs not a single source line had gone down.
 */
export function hasRestarted(comparison: Comparison, lines: LineTable): boolean {
  if (comparison.kind !== 'pair') return false;
  const [first, second] = comparison.profiles;
  const backwards = !!first?.timeNanos && !!second?.timeNanos && second.timeNanos < first.timeNanos;
  return ['alloc_space', 'alloc_objects'].some(name => {
    const type = comparison.types[indexOfType(comparison.types, name)];
    if (type === undefined) return false;
    const { base, current } = pairColumns(comparison, type, false);
    const [earlier, later] = backwards ? [current, base] : [base, current];
    const gone = sumByLeaf(comparison, lines, earlier, later).reduce(
      (total, delta) => total + Math.max(0, delta),
      0,
    );
    return gone > sum(earlier) * tolerance;
  });
}

/** Earlier minus later value of each line (of the line table) in which stacks end. */
function sumByLeaf(
  { profiles }: Comparison,
  lines: LineTable,
  earlier: Float64Array,
  later: Float64Array,
): Float64Array {
  const deltas = new Float64Array(lines.count);
  let entry = 0;
  profiles.forEach(({ samples }, i) => {
    const { start, line } = lines.locations[i] ?? { start: [], line: [] };
    for (let sample = 0; sample < samples.count; sample++, entry++) {
      const leaf = samples.stackStart[sample] as number;
      if (leaf === samples.stackStart[sample + 1]) continue;
      const innermost = line[(start[(samples.stack[leaf] as number) + 1] as number) - 1] as number;
      const delta = (earlier[entry] as number) - (later[entry] as number);
      deltas[innermost] = (deltas[innermost] as number) + delta;
    }
  });
  return deltas;
}

/** Whether counters that only ever grow can be subtracted: one process, captured twice. */
export function isSameProcess(comparison: Comparison, restarted: boolean): boolean {
  const [base, current] = comparison.profiles;
  if (base === undefined || current === undefined || comparison.kind !== 'pair') return false;
  return !differentBinaries(base, current) && !restarted;
}
