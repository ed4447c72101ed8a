import { captureTime } from '../pair/captureTime.ts';

/** `20261125-1300`, `2026-11-25T13:00:05`, `2026.11.25_13.00`: a date, and mostly a time of day. */
const stamp =
  /(?<!\d)(?<year>20\d\d)[-_.]?(?<month>\d\d)[-_.]?(?<day>\d\d)(?:[-_.T ]?(?<hour>\d\d)[-_.:h]?(?<minute>\d\d)(?:[-_.:m]?(?<second>\d\d))?)?(?!\d)/;
/** Seconds, milliseconds, microseconds or nanoseconds since 1970 of this century. */
const epoch = /(?<!\d)\d{10}(?:\d{3}){0,3}(?!\d)/;

/** The time that a file's name tells, in nanoseconds since 1970, a date taken for one of UTC; 0n when it tells none. */
export function timeInName(name: string): bigint {
  const digits = epoch.exec(name)?.[0];
  if (digits !== undefined) {
    const nanos = BigInt(digits) * 10n ** BigInt(19 - digits.length);
    if (captureTime(nanos) !== null) return nanos;
  }
  const { year, month, day, hour = '0', minute = '0', second = '0' } = stamp.exec(name)?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return 0n;
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 23 || mi > 59 || s > 60) return 0n;
  return BigInt(Date.UTC(y, mo - 1, d, h, mi, s)) * 1_000_000n;
}

/** Whether a number stands in a file's name, before its endings. */
export function hasNumber(name: string): boolean {
  return /\d/.test(name.replace(/(?:\.(?:pb|gz|pprof|prof|heap|heapprofile|zst|lz4|txt|out))+$/i, ''));
}

/** Orders names as people do: heap-9 before heap-10. */
export function byNumbers(one: string, other: string): number {
  const [a, b] = [one, other].map(name => name.split(/(\d+)/)) as [string[], string[]];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    // Every second part is a number, of any length.
    const [m, n] = i % 2 === 1 ? [x.replace(/^0+(?=\d)/, ''), y.replace(/^0+(?=\d)/, '')] : [x, y];
    if (i % 2 === 1 && m.length !== n.length) return m.length - n.length;
    if (m !== n) return m < n ? -1 : 1;
  }
  return a.length - b.length || (one < other ? -1 : one > other ? 1 : 0);
}
