import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';

const time: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
};
const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };

/** Capture times of base and current in local time, with the day where they are not of one day. */
export function captureTimes({ base, current }: DiffInfo): {
  readonly base: string;
  readonly current: string;
} {
  const dates = [base?.timeMs ?? null, current.timeMs].map(each => (each === null ? null : new Date(each)));
  const [first, second] = dates;
  const sameDay = !first || !second || first.toDateString() === second.toDateString();
  const text = (date: Date | null | undefined): string => {
    if (!date) return '';
    const clock = date.toLocaleTimeString(undefined, time);
    return sameDay ? clock : `${date.toLocaleDateString(undefined, day)}, ${clock}`;
  };
  return { base: text(first), current: text(second) };
}
