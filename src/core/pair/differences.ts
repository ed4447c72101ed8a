import type { Profile } from '../profile.ts';
import { type Comparison, carriesBase, holdsNegatives } from './comparison.ts';

const goHeap = 'alloc_objects,alloc_space,inuse_objects,inuse_space';

/**
 * How a file shows that it is a difference of two captures already; null for one that holds what there was. A `duration`
 * only makes it likely: some profilers write one into full heaps.
 */
export type DifferenceBy = 'base' | 'negative' | 'duration' | null;

/**
 * What of a pair is a difference already, as `pprof -proto -base` and Go's `/debug/pprof/heap?seconds=30` make them:
 * samples labelled `pprof::base`, values below zero, or a heap with a duration beside one without.
 */
export function differencesIn({ profiles }: Pick<Comparison, 'profiles'>): readonly DifferenceBy[] {
  const some = profiles.map(differenceBy);
  const [base, current] = profiles;
  if (base === undefined || current === undefined || some.some(each => each !== null)) return some;
  const lasted = [base, current].map(isGoHeapWithDuration);
  return lasted[0] === lasted[1] ? some : lasted.map(each => (each ? 'duration' : null));
}

function differenceBy(profile: Profile): DifferenceBy {
  if (carriesBase(profile)) return 'base';
  return holdsNegatives(profile) ? 'negative' : null;
}

/** A full heap of Go's has no duration. */
function isGoHeapWithDuration({ durationNanos, sampleTypes }: Profile): boolean {
  return durationNanos > 0n && sampleTypes.map(({ type }) => type).join() === goHeap;
}
