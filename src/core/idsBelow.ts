import type { Ids } from './profile.ts';

/** Room for `length` numbers below `count`. */
export function idsBelow(count: number, length: number): Ids {
  return count <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}
