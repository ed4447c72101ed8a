import type { Ids } from '../profile.ts';

type Column = Ids | Float64Array | Int32Array;

/** The first `length` entries; a copy where more than a quarter of the room would be kept for nothing. */
export function trimmed<A extends Column>(array: A, length: number): A {
  const view = length >= 0.75 * array.length ? array.subarray(0, length) : array.slice(0, length);
  return view as A;
}

/** A copy with room for more: `capacity` entries. */
export function resized<A extends Column>(array: A, capacity: number): A {
  const copy = emptyLike(array, capacity) as A;
  copy.set(array);
  return copy;
}

/**
 * Gives large buffers' memory back at once: left to the garbage collector it would stay for long. Nobody may read the arrays
 * any more. Small ones may be Node's shared pool; Node 20 cannot do it.
 */
export function release(...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) giveUp(buffer);
}

function giveUp(buffer: ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }): void {
  if (buffer.byteLength >= 1 << 20) buffer.transfer?.(0);
}

function emptyLike(array: Column, capacity: number): Column {
  if (array instanceof Uint16Array) return new Uint16Array(capacity);
  if (array instanceof Uint32Array) return new Uint32Array(capacity);
  return array instanceof Int32Array ? new Int32Array(capacity) : new Float64Array(capacity);
}
