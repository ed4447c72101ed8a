import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { formatCount } from '../format.ts';
import { resized, trimmed } from '../formats/resized.ts';
import type { Metric } from '../series/series.ts';

/** More lines than anyone tells apart. */
export const mostMetrics = 500;
/** Of all metrics together: 16 bytes each. */
const mostPoints = 8_000_000;
const longestName = 300;

/** Points of metrics as they are read, in whatever order. */
export class MetricPoints {
  readonly #columns: Column[] = [];
  #points = 0;
  #unordered = false;

  /** Makes room for another metric; the first is 0. */
  addMetric(): number {
    return this.#columns.push({ times: new Float64Array(16), values: new Float64Array(16), count: 0 }) - 1;
  }

  /** Throws `ProfileError` when there are too many. */
  add(metric: number, time: number, value: number): void {
    const column = this.#columns[metric];
    if (column === undefined) return;
    if (++this.#points > mostPoints) {
      const most = formatCount(mostPoints);
      throw new ProfileError(
        'wrongKind',
        l10n.t`holds more than ${most} numbers: save fewer series, or a coarser step`,
      );
    }
    const at = column.count++;
    if (at === column.times.length) {
      column.times = resized(column.times, 2 * at);
      column.values = resized(column.values, 2 * at);
    }
    if (at > 0 && time <= (column.times[at - 1] as number)) this.#unordered = true;
    column.times[at] = time;
    column.values[at] = value;
  }

  /** Each metric that has points, by its name, its times ascending; `notices` gets what was done to them. */
  done(names: readonly string[], notices: string[]): Metric[] {
    const unique = uniqueNames(names);
    const found = this.#columns.flatMap(({ times, values, count }, i) =>
      count === 0
        ? []
        : [{ name: unique[i] ?? '', times: trimmed(times, count), values: trimmed(values, count) }],
    );
    const none = this.#columns.length - found.length;
    if (none > 0)
      notices.push(
        none === 1 ? l10n.t('One series has no value.') : l10n.t`${formatCount(none)} series have no value.`,
      );
    return this.#unordered ? inOrder(found, notices) : found;
  }
}

/** Names of strangers, cut where they are too long, and told apart by a number. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const short = name.trim().slice(0, longestName) || l10n.t`column ${i + 1}`;
    const count = (seen.get(short) ?? 0) + 1;
    seen.set(short, count);
    return count === 1 ? short : `${short} (${count})`;
  });
}

interface Column {
  times: Float64Array;
  values: Float64Array;
  count: number;
}

/** By time; of several values at one time the last that was written counts. */
function inOrder(metrics: readonly Metric[], notices: string[]): Metric[] {
  let unsorted = false;
  let double = 0;
  const sorted = metrics.map(({ name, times, values }) => {
    const order = Uint32Array.from(times, (_, i) => i);
    if (times.some((time, i) => i > 0 && time < (times[i - 1] as number))) {
      unsorted = true;
      order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
    }
    const kept = order.filter(
      (row, i) => i + 1 === order.length || times[row] !== times[order[i + 1] as number],
    );
    double += order.length - kept.length;
    return {
      name,
      times: Float64Array.from(kept, row => times[row] as number),
      values: Float64Array.from(kept, row => values[row] as number),
    };
  });
  if (unsorted) notices.push(l10n.t('Its rows are not in the order of time, and were put in it.'));
  if (double > 0) {
    notices.push(
      double === 1
        ? l10n.t('One value was left out: a later row has another for the same time.')
        : l10n.t`${formatCount(double)} values were left out: a later row has another for the same time.`,
    );
  }
  return sorted;
}
