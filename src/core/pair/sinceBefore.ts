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
  return isMore(inUse, allocated) && isOfGo(profile);
}

/** Whether some value is more than the one beside it; in a loop, since `some` asks a function for each of a million. */
function isMore(values: Float64Array, others: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > (others[i] as number)) return true;
  return false;
}
