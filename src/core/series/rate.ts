import { formatDelta, formatRateCount, formatValue, ratePer } from '../format.ts';
import type { Estimate } from './series.ts';

const hour = 3_600_000;

/** An hourly rate with its interval, per minute where it was seen for a few minutes (`seen` in milliseconds): `+4.2 MiB/h (3.9 MiB … 4.6 MiB)`. */
export function formatRate(perHour: Estimate, seen: number, unit: string): string {
  const { milliseconds, name } = ratePer(seen);
  const [value = 0, low = 0, high = 0] = [perHour.value, perHour.low, perHour.high].map(
    each => (each * milliseconds) / hour,
  );
  const [from, to] = [low, high].map(each => formatValue(each, unit, formatRateCount));
  return `${formatDelta(value, unit, formatRateCount)}/${name} (${from} … ${to})`;
}
