import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { type Counted, type LimitName, type Limits, MiB, overLimit } from './limits.ts';

/** What limits count that a profile has much of; each kind for itself. */
const kinds: readonly (readonly [LimitName, what: Counted, countIn: (profile: Profile) => number])[] = [
  ['samples', 'samples', ({ samples }) => samples.count],
  ['frames', 'frames', ({ samples }) => samples.stack.length],
  ['labels', 'labels', ({ samples }) => samples.labelKey.length],
  ['strings', 'strings', ({ strings }) => strings.length],
  ['locations', 'locations', ({ locations }) => locations.count],
  ['locations', 'functions', ({ functions }) => functions.count],
  ['locations', 'lines of locations', ({ locations }) => locations.lineFunction.length],
];

/**
 * Refuses profiles that are within the limits one by one and pass one together: to be asked before anything is made of
 * both. Throws `ProfileError` with code `overLimit` and role `pair`.
 */
export function checkTogether(profiles: readonly Profile[], limits: Limits): void {
  for (const [name, what, countIn] of kinds) {
    const found = profiles.reduce((sum, profile) => sum + countIn(profile), 0);
    if (found > limits[name]) throw ofPair(overLimit(name, limits, what));
  }
}

/** The same for what files hold when decompressed, in bytes: to be asked before the last of them is decoded. */
export function checkSizesTogether(sizes: readonly number[], limits: Limits): void {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > limits.inflatedMiB * MiB) {
    throw ofPair(overLimit('inflatedMiB', limits, 'MiB when decompressed'));
  }
}

function ofPair({ code, detail, limit }: ProfileError): ProfileError {
  return new ProfileError(code, detail, undefined, 'pair', limit);
}
