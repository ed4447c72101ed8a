import type { Profile } from '../profile.ts';
import { indexOfType } from './sharedTypes.ts';

/** Locations that Go kept of a heap sample's stack before 1.23. */
const GO_LIMIT = 32;
/** Stacks of just that depth before they are taken for cut ones. */
const SEVERAL = 3;

/** Whether a heap profile's stacks were cut off at Go's old limit. */
export function isTruncated(profile: Profile): boolean {
  if (profile.format !== 'proto' || indexOfType(profile.sampleTypes, 'inuse_space') < 0) return false;
  const { count, stackStart } = profile.samples;
  let deepest = 0;
  for (let sample = 0; sample < count; sample++) {
    const depth = (stackStart[sample + 1] as number) - (stackStart[sample] as number);
    if (depth > GO_LIMIT) return false;
    if (depth === GO_LIMIT) deepest += 1;
  }
  return deepest >= SEVERAL;
}

/**
 * 1 for each sample whose stack lacks its outer part: it has as many locations as can be, and begins in a function
 * in which no shorter stack of the profile begins. Undefined when no stack was cut.
 */
export function truncatedSamples(profile: Profile): Uint8Array | undefined {
  if (!isTruncated(profile)) return undefined;
  const { count, stack, stackStart } = profile.samples;
  const { lineStart, lineFunction } = profile.locations;
  const outermost = (sample: number): number => {
    const location = stack[(stackStart[sample + 1] as number) - 1] as number;
    const end = lineStart[location + 1] as number;
    return end === lineStart[location] ? -1 : (lineFunction[end - 1] as number);
  };
  const isFull = (sample: number): boolean =>
    (stackStart[sample + 1] as number) - (stackStart[sample] as number) === GO_LIMIT;
  const roots = new Set<number>();
  for (let sample = 0; sample < count; sample++) {
    if (!isFull(sample) && stackStart[sample] !== stackStart[sample + 1]) roots.add(outermost(sample));
  }
  const cut = new Uint8Array(count);
  for (let sample = 0; sample < count; sample++) {
    if (isFull(sample) && !roots.has(outermost(sample))) cut[sample] = 1;
  }
  return cut;
}
