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

/** True when what was allocated since the start went down, as it does only in a new process. */
export function hasRestarted(comparison: Comparison): boolean {
  return ['alloc_space', 'alloc_objects'].some(name => {
    const type = comparison.types[indexOfType(comparison.types, name)];
    if (comparison.kind !== 'pair' || type === undefined) return false;
    const { base, current } = pairColumns(comparison, type, false);
    return sum(current) < sum(base);
  });
}

/** Whether counters that only ever grow can be subtracted: one process, captured twice. */
export function isSameProcess(comparison: Comparison): boolean {
  const [base, current] = comparison.profiles;
  if (base === undefined || current === undefined || comparison.kind !== 'pair') return false;
  return !differentBinaries(base, current) && !hasRestarted(comparison);
}
