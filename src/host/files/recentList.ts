import * as v from 'valibot';
import { longestUri } from '../../messageFields.ts';

/** More comparisons than anyone goes back to. */
const mostRecent = 20;

const address = v.pipe(v.string(), v.maxLength(longestUri));
const recentPair = v.object({
  /** Addresses of two files, in the order in which they were shown. */
  base: address,
  current: address,
  /** When, in milliseconds since 1970. */
  at: v.number(),
});
export type RecentPair = Readonly<v.InferOutput<typeof recentPair>>;

/** What was kept, the latest first; what does not fit is left out. */
export function readRecent(kept: unknown): readonly RecentPair[] {
  const list = v.parse(v.fallback(v.array(v.fallback(v.nullable(recentPair), null)), []), kept);
  return list.filter(each => each !== null).slice(0, mostRecent);
}

/** The list with this pair in front; the same files stand in it once, whichever was the base. */
export function withRecent(list: readonly RecentPair[], pair: RecentPair): readonly RecentPair[] {
  return [pair, ...withoutPair(list, pair)].slice(0, mostRecent);
}

export function withoutPair(
  list: readonly RecentPair[],
  pair: Pick<RecentPair, 'base' | 'current'>,
): readonly RecentPair[] {
  const key = (each: typeof pair): string => [each.base, each.current].sort().join('\n');
  return list.filter(each => key(each) !== key(pair));
}
