import type { LineTable } from '../names/lineTable.ts';
import type { Comparison } from './comparison.ts';

/** True when both profiles hold the same samples, values and stacks, captured at the same time. */
export function isIdentical({ types, profiles }: Comparison, lines: LineTable): boolean {
  const [base, current] = profiles;
  if (base === undefined || current === undefined) return false;
  if (base.timeNanos !== current.timeNanos || base.samples.count !== current.samples.count) return false;
  const sameValues = types.every(({ columns: [one, other] }) => {
    const a = base.samples.values[one?.index ?? -1]?.value;
    const b = current.samples.values[other?.index ?? -1]?.value;
    return a !== undefined && b !== undefined && a.every((value, i) => value === b[i]);
  });
  if (!sameValues) return false;
  const stackOf = [base, current].map(({ samples }, i) => {
    const { start, line } = lines.locations[i] ?? { start: [], line: [] };
    return (sample: number): number[] => {
      const found: number[] = [];
      const end = samples.stackStart[sample + 1] as number;
      for (let at = samples.stackStart[sample] as number; at < end; at++) {
        const location = samples.stack[at] as number;
        // Locations are written innermost first, their lines outermost first.
        for (let k = (start[location + 1] as number) - 1; k >= (start[location] as number); k--) {
          found.push(line[k] as number);
        }
      }
      return found;
    };
  });
  const [ones, others] = stackOf;
  for (let sample = 0; sample < base.samples.count; sample++) {
    const one = ones?.(sample) ?? [];
    const other = others?.(sample) ?? [];
    if (one.length !== other.length || one.some((each, i) => each !== other[i])) return false;
  }
  return true;
}
