import type { Ids } from '../profile.ts';

/** The first `length` entries; a copy where more than a quarter of the room would be kept for nothing. */
export function trimmed<A extends Ids | Float64Array | Int32Array>(array: A, length: number): A {
  const view = length >= 0.75 * array.length ? array.subarray(0, length) : array.slice(0, length);
  return view as A;
}

/** A copy with room for more: `capacity` entries. */
export function resized<A extends Ids>(array: A, capacity: number): A {
  const copy = (array instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity)) as A;
  copy.set(array);
  return copy;
}
