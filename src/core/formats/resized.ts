/** The first `length` entries; a copy where more than a quarter of the room would be kept for nothing. */
export function trimmed<A extends Uint32Array | Float64Array | Int32Array>(array: A, length: number): A {
  const view = length >= 0.75 * array.length ? array.subarray(0, length) : array.slice(0, length);
  return view as A;
}

/** A copy with room for more: `capacity` entries. */
export function resized(array: Uint32Array, capacity: number): Uint32Array {
  const copy = new Uint32Array(capacity);
  copy.set(array);
  return copy;
}
