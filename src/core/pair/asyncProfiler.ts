import type { Profile } from '../profile.ts';

/** What `jfrconv` writes into its profiles. */
const comment = 'Produced by async-profiler';

/**
 * Whether a profile is async-profiler's, of which memory does not add up to a heap: of live objects it has those that were sampled alone, in a table
 * of 1,024 (`LiveRefs`, objectSampler.cpp), by number or, with `--total`, by their own sizes, and it does not say whether it was converted with
 * `--live`.
 */
export function isOfAsyncProfiler({ comments }: Pick<Profile, 'comments'>): boolean {
  return comments.includes(comment);
}
