import { formatCount, formatDuration } from '../../src/core/format.ts';
import { clockText, dayText } from '../state/clock.ts';

const secondsOfDay = 86_400;

/** What stands along the axis, by what goes across. */
export const acrossTexts = {
  time: timeTexts,
  elapsed: elapsedTexts,
  number: (numbers: readonly number[]): readonly string[] => numbers.map(numberText),
};

/** Time since the beginning, as fine as the steps are: `0:15`, `5 min`, `2 h`. */
function elapsedTexts(seconds: readonly number[]): readonly string[] {
  const step = (seconds[1] ?? 0) - (seconds[0] ?? 0);
  return seconds.map(each => {
    if (each < 0) return '';
    if (each === 0) return '0';
    if (step % 60 === 0) return formatDuration(each * 1000);
    const rest = Math.round(each % 60);
    return `${Math.floor(each / 60)}:${String(rest).padStart(2, '0')}`;
  });
}

/** Times along the axis, seconds since 1970: the clock, or the day where a step is one, which is also said where it changes. */
export function timeTexts(seconds: readonly number[]): readonly string[] {
  const step = (seconds[1] ?? 0) - (seconds[0] ?? 0);
  let before = '';
  const dates = seconds.map(each => new Date(each * 1000));
  const days = dates.map(dayText);
  const isOneDay = new Set(days).size < 2;
  return dates.map((date, i) => {
    const day = days[i] ?? '';
    const isNew = day !== before && !isOneDay;
    before = day;
    if (step >= secondsOfDay) return day;
    const clock = clockText(date, step > 0 && step < 60);
    return isNew ? `${clock}\n${day}` : clock;
  });
}

/** A capture's number along the axis; nothing between two captures. */
function numberText(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : '';
}

/** Steps of an axis of bytes: a reader of IEC units looks for powers of two. */
export const byteSteps = Array.from({ length: 54 }, (_, power) => 2 ** power);
/** Steps of an axis of numbers. */
export const wholeSteps = [1, 2, 5].flatMap(step =>
  Array.from({ length: 16 }, (_, power) => step * 10 ** power),
);

/** Steps of an axis of times, in seconds. */
export const timeSteps = [
  ...[0.001, 0.01, 0.1, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800],
  ...[1, 2, 3, 6, 12].map(hours => hours * 3600),
  ...[1, 2, 5, 10, 30, 100, 365].map(days => days * 86_400),
];
