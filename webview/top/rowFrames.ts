import type { Pair } from '../../src/core/measures/ranges.ts';
import { isSamePlace, type Place } from '../../src/core/names/place.ts';
import type { TopRows } from '../state/appState.ts';

/** Whether two are the same frame; none is none. */
export function isFrame(one: Place | null | undefined, other: Place | null): boolean {
  if (!one || !other) return (one ?? null) === other;
  return isSamePlace(one, other);
}

/** A row's value on both sides, in the frame and all it calls. */
export function cumOf({ table }: TopRows, row: number): Pair {
  return { base: table.cumBase[row] ?? 0, current: table.cumCurrent[row] ?? 0 };
}

/** A row's frame. */
export function frameAt({ names }: TopRows, row: number): Place {
  return names.place(row);
}
