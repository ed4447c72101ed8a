import type { Profile } from '../profile.ts';
import type { SharedType } from './sharedTypes.ts';

/** A column of a profile, each value times `factor`. */
export type Column = SharedType['columns'][number];

/** Values of the samples `from ..< to`, those of each one after the other: numbers where that is exact, else bigints. */
export function exactValues(
  profile: Profile,
  columns: readonly Column[],
  from: number,
  to: number,
): (number | bigint)[] {
  const values: (number | bigint)[] = [];
  for (let row = from; row < to; row++) {
    for (const column of columns) values.push(exactValue(profile, column, row));
  }
  return values;
}

function exactValue(profile: Profile, { index, factor }: Column, row: number): number | bigint {
  const column = profile.samples.values[index];
  const value = column?.value[row] ?? 0;
  if (Number.isSafeInteger(value * factor)) return value * factor;
  const { wide } = column ?? {};
  const exact =
    wide === undefined ? BigInt(value) : (BigInt(wide.high[row] ?? 0) << 32n) + BigInt(wide.low[row] ?? 0);
  return exact * BigInt(factor);
}
