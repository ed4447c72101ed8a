/**
 * Index of the value that a metric has nearest to a time, in milliseconds since 1970; null where it is more than `reach`
 * times as far away as values are from one another. `times` ascend.
 */
export function nearValue(times: Float64Array, time: number, reach: number): number | null {
  const next = firstAfter(times, time);
  const at = awayFrom(next - 1) <= awayFrom(next) ? next - 1 : next;
  return awayFrom(at) <= reach * spacing(times) ? at : null;

  function awayFrom(index: number): number {
    return Math.abs((times[index] ?? Infinity) - time);
  }
}

/** Index of the first time after `time`; `times` ascend. */
export function firstAfter(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mean distance of times, of one alone a minute. */
function spacing(times: Float64Array): number {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  return times.length < 2 ? 60_000 : (last - first) / (times.length - 1);
}
