import type { StringColumn } from '../core/answers/frameColumns.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** String `i` of a column. */
export function stringAt({ bytes, offsets }: StringColumn, i: number): string {
  return decoder.decode(bytes.subarray(offsets[i], offsets[i + 1]));
}
