import type { Profile } from '../profile.ts';
import { indexOfType } from './sharedTypes.ts';
import { isOfGo } from './uncollected.ts';

/**
 * True for a heap of Go's that counts what was allocated since the capture before it alone, as agents of Pyroscope and Datadog write it
 * (`godeltaprof`): of some stack and size more is in use than was allocated, which a count since the start cannot have.
 */
export function countsSinceBefore(profile: Profile): boolean {
  const { samples, sampleTypes } = profile;
  const allocated = samples.values[indexOfType(sampleTypes, 'alloc_space')]?.value;
  const inUse = samples.values[indexOfType(sampleTypes, 'inuse_space')]?.value;
  if (allocated === undefined || inUse === undefined || !allocated.some(value => value > 0)) return false;
  return inUse.some((value, sample) => value > (allocated[sample] as number)) && isOfGo(profile);
}
