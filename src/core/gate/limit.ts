import { scaleOf, unitRatio } from '../units.ts';

/** How much may grow: the whole, or any one site; in all, or an hour. */
export interface GrowthLimit {
  /** As it was written. */
  readonly text: string;
  readonly of: 'growth' | 'site';
  readonly most: number;
  /** Of `most`; `''` for the sample type's own. */
  readonly unit: string;
  readonly perHour: boolean;
}

const grammar = /^\s*(growth|site)\s*>\s*(\d+(?:\.\d+)?)\s*([a-zµμ]*)\s*(\/\s*h)?\s*$/i;

/** Reads `growth > 5MiB`, `growth > 5MiB/h`, `site > 1MiB`; null for anything else. */
export function parseLimit(text: string): GrowthLimit | null {
  const [, of = '', most = '', unit = '', hour] = grammar.exec(text) ?? [];
  if (of === '' || (unit !== '' && scaleOf(unit) === undefined)) return null;
  return {
    text: text.trim(),
    of: of.toLowerCase() === 'site' ? 'site' : 'growth',
    most: Number(most),
    unit,
    perHour: hour !== undefined,
  };
}

/** The limit in the unit of a sample type; null where that measures something else. */
export function limitIn({ most, unit }: GrowthLimit, of: string): number | null {
  if (unit === '') return most;
  const ratio = unitRatio(unit, of);
  return ratio === undefined ? null : most * ratio;
}
