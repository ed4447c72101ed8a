import type { Estimate, Left, SeriesAnswer, Verdict } from '../series/series.ts';
import type { FixVerdict } from './verifyFix.ts';

/** Growth before a fix and after it. */
export type Rates = Pick<FixVerdict, 'per' | 'seen' | 'before' | 'after'>;

const hour = 3_600_000;
/** Growth is given per so many requests: of one there may be less than a byte. */
export const requestsCounted = 1000;

/** By requests where both series have counted them. */
export function ratesOf(before: SeriesAnswer, after: SeriesAnswer): Rates {
  const byRequests = before.requestsPerHour !== null && after.requestsPerHour !== null;
  const known = [before, after].filter(({ verdict }) => verdict.perHour !== null);
  return {
    per: byRequests ? 'requests' : 'hour',
    seen: known.length === 0 ? 0 : Math.min(...known.map(({ verdict }) => verdict.seen.milliseconds)),
    before: byRequests ? perRequests(before.verdict.perHour, before) : before.verdict.perHour,
    after: byRequests ? perRequests(after.verdict.perHour, after) : after.verdict.perHour,
  };
}

/** What stayed of growth that drained once the load had stopped; null where it did not. */
export function leftIn({ kind, left }: Verdict): Left | null {
  return kind === 'followsTraffic' ? left : null;
}

/** The same an hour; null where nothing drained, or times are not known. */
export function leftPerHour(verdict: Verdict): Estimate | null {
  const left = leftIn(verdict);
  if (left?.isNoise === true) return { value: 0, low: 0, high: 0 };
  if (left === null || left.milliseconds <= 0) return null;
  const value = (left.change * hour) / left.milliseconds;
  return { value, low: value, high: value };
}

/** Growth after a fix: what was freed once the load had stopped is none, whatever was seen under it. */
export function stayed({ per, after }: Rates, answer: SeriesAnswer): Estimate | null {
  if (leftIn(answer.verdict) === null) return after;
  const perHour = leftPerHour(answer.verdict);
  return per === 'hour' ? perHour : perRequests(perHour, answer);
}

function perRequests(perHour: Estimate | null, { requestsPerHour }: SeriesAnswer): Estimate | null {
  if (perHour === null || requestsPerHour === null || requestsPerHour <= 0) return null;
  const scale = requestsCounted / requestsPerHour;
  return { value: perHour.value * scale, low: perHour.low * scale, high: perHour.high * scale };
}
