/** A time as a metric's row has it; `zoned` is false where it says no zone and was taken for UTC. */
export interface MetricTime {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly zoned: boolean;
}

/** Metrics are of machines of this century. */
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2100, 0);

const dash = 0x2d;
const colon = 0x3a;
const epoch = /^\d{9,19}(?:\.\d{1,9})?$/;
const rest = /^(?:[.,](\d{1,9}))? ?(?:(Z|UTC)|([+-])(\d\d)(?::?(\d\d))?)?$/i;

/**
 * Reads ISO 8601 (`2026-11-25T13:00:00+01:00`, with a space for the T, without seconds, zone or time of day) or the time
 * since 1970, in seconds, milliseconds, microseconds or nanoseconds by its size. Null for anything else, and for what is
 * not of this century. A million rows are read one by one: nothing is built of what most of them look like.
 */
export function metricTime(text: string): MetricTime | null {
  if (text.charCodeAt(4) !== dash) {
    const time = epoch.test(text) ? sinceEpoch(Number(text)) : null;
    return time === null ? null : { time, zoned: true };
  }
  const midnight =
    text.charCodeAt(7) === dash ? dayOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)) : -1;
  if (midnight < 0) return null;
  if (text.length === 10) return within(midnight, false);
  const t = text.charCodeAt(10) | 0x20;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if ((t !== 0x74 && t !== 0x20) || text.charCodeAt(13) !== colon) return null;
  const hasSeconds = text.charCodeAt(16) === colon;
  const second = hasSeconds ? digits(text, 17, 2) : 0;
  if (!(hour <= 24 && minute <= 59 && second <= 60)) return null;
  const time = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  return withRest(time, text, hasSeconds ? 19 : 16);
}

/** Adds what follows the seconds: a fraction, and a zone. */
function withRest(time: number, text: string, at: number): MetricTime | null {
  const { length } = text;
  if (at === length) return within(time, false);
  if (at + 1 === length && text.charCodeAt(at) === 0x5a) return within(time, true);
  if (at + 5 === length && text.charCodeAt(at) === 0x2e && text.charCodeAt(at + 4) === 0x5a) {
    return within(time + digits(text, at + 1, 3), true);
  }
  const match = rest.exec(text.slice(at));
  if (match === null) return null;
  const [, fraction = '0', utc, sign, hours = '0', minutes = '0'] = match;
  const zone = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return within(
    time + Number(`0.${fraction}`) * 1000 + (sign === '-' ? zone : -zone),
    utc !== undefined || sign !== undefined,
  );
}

/** Milliseconds, whatever unit the time since 1970 is in; null where none makes sense of it. */
export function sinceEpoch(number: number): number | null {
  for (const factor of [1000, 1, 1e-3, 1e-6]) if (isPlausible(number * factor)) return number * factor;
  return null;
}

function within(time: number, zoned: boolean): MetricTime | null {
  return isPlausible(time) ? { time, zoned } : null;
}

function isPlausible(time: number): boolean {
  return time >= earliest && time < latest;
}

/** The number that so many digits make; NaN where one is none. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** Midnight of a day, -1 where there is no such day. */
function dayOf(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900)) return -1;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return -1;
  return Date.UTC(year, month - 1, day);
}
