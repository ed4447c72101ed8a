const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };

/**
 * The local time of day, `00:05` or `00:05:09`. Without `Intl`, which calls the first hour 24 in some languages and takes 30 ms
 * when it is first asked.
 */
export function clockText(date: Date, withSeconds: boolean): string {
  const parts = [date.getHours(), date.getMinutes(), ...(withSeconds ? [date.getSeconds()] : [])];
  return parts.map(part => String(part).padStart(2, '0')).join(':');
}

/** The local day as the reader's language says it: `Nov 26`. */
export function dayText(date: Date): string {
  return date.toLocaleDateString(undefined, day);
}

/** Each time, with the day where they are not all of one; `unknown` where there is none. */
export function clocksOf(times: readonly (number | null)[], unknown: string): readonly string[] {
  const dates = times.map(time => (time === null ? null : new Date(time)));
  const days = new Set(dates.flatMap(date => date?.toDateString() ?? []));
  return dates.map(date => {
    if (date === null) return unknown;
    const clock = clockText(date, true);
    return days.size < 2 ? clock : `${dayText(date)}, ${clock}`;
  });
}
