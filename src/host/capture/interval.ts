const units: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000 };
const longest = 24 * 3_600_000;
const shortest = 1000;

/** Milliseconds of "5", "5 min", "30 s" or "1.5 h", minutes where nothing else is said; undefined for what is none of these. */
export function parseInterval(typed: string): number | undefined {
  const [, number, unit = 'min'] = /^\s*(\d+(?:\.\d+)?)\s*(s|min|h)?\s*$/.exec(typed) ?? [];
  if (number === undefined) return undefined;
  const milliseconds = Number(number) * (units[unit] ?? 0);
  return milliseconds >= shortest && milliseconds <= longest ? milliseconds : undefined;
}

/** The same as people read it: "5 min", "30 s", "1.5 h". */
export function intervalText(milliseconds: number): string {
  const unit = milliseconds < 60_000 ? 's' : milliseconds < 3_600_000 ? 'min' : 'h';
  return `${Number((milliseconds / (units[unit] ?? 1)).toFixed(2))} ${unit}`;
}
