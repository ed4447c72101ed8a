import { indexOfType } from '../pair/sharedTypes.ts';
import type { Profile } from '../profile.ts';

/** Locations that Go kept of a heap sample's stack before 1.23. */
const goLimit = 32;
/** Stacks of just that depth, in all profiles, before they are taken for cut ones. */
const several = 3;

/**
 * For each profile, 1 for each sample whose stack lacks its outer part because Go cut it off: it has as many locations
 * as can be, in a profile where none has more, and begins in a function in which no shorter stack begins. Undefined
 * for a profile without such samples. Profiles that are compared are judged together.
 */
export function truncatedSamples(profiles: readonly Profile[]): readonly (Uint8Array | undefined)[] {
  const limited = profiles.filter(isLimited);
  const full = limited.reduce((count, profile) => count + fullSamples(profile).length, 0);
  if (full < several) return profiles.map(() => undefined);
  const roots = new Set(profiles.flatMap(shortRoots));
  return profiles.map(profile => {
    if (!limited.includes(profile)) return undefined;
    const rootOf = rootReader(profile);
    const cut = fullSamples(profile).filter(sample => !roots.has(rootOf(sample)));
    if (cut.length === 0) return undefined;
    const marked = new Uint8Array(profile.samples.count);
    for (const sample of cut) marked[sample] = 1;
    return marked;
  });
}

function depthOf({ samples: { stackStart } }: Profile, sample: number): number {
  return (stackStart[sample + 1] as number) - (stackStart[sample] as number);
}

/** A Go heap, none of whose stacks is deeper than the limit. */
function isLimited(profile: Profile): boolean {
  if (profile.format !== 'proto' || indexOfType(profile.sampleTypes, 'inuse_space') < 0) return false;
  for (let sample = 0; sample < profile.samples.count; sample++) {
    if (depthOf(profile, sample) > goLimit) return false;
  }
  return true;
}

function fullSamples(profile: Profile): number[] {
  const full: number[] = [];
  for (let sample = 0; sample < profile.samples.count; sample++) {
    if (depthOf(profile, sample) === goLimit) full.push(sample);
  }
  return full;
}

/** Names of the functions in which stacks begin that were certainly not cut. */
function shortRoots(profile: Profile): string[] {
  const rootOf = rootReader(profile);
  const roots = new Set<string>();
  for (let sample = 0; sample < profile.samples.count; sample++) {
    const depth = depthOf(profile, sample);
    if (depth > 0 && depth !== goLimit) roots.add(rootOf(sample));
  }
  return [...roots];
}

/** Reads the name of the function in which a sample's stack begins. */
function rootReader({ samples, locations, functions, strings }: Profile): (sample: number) => string {
  return sample => {
    const location = samples.stack[(samples.stackStart[sample + 1] as number) - 1] as number;
    const end = locations.lineStart[location + 1] as number;
    const row = end === locations.lineStart[location] ? -1 : (locations.lineFunction[end - 1] as number);
    return row < 0 ? '' : strings.get(functions.name[row] as number);
  };
}
