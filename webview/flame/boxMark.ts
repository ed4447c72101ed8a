import { type FlameTree, trendOf } from '../../src/core/flame/flameTree.ts';
import { formatDelta, formatValue } from '../../src/core/format.ts';

/** What stands at the right end of a box: the whole mark where there is room, else the sign alone. */
export interface BoxMark {
  readonly sign: string;
  readonly full: string;
}

/** `▲ +284.8 MiB new`, `= 6.1 MiB` where nothing changed; for one profile alone its size. */
export function boxMark(tree: FlameTree, node: number, unit: string, alone: boolean): BoxMark {
  const base = tree.base[node] ?? 0;
  const current = tree.current[node] ?? 0;
  if (alone) return { sign: '', full: formatValue(current, unit) };
  const trend = trendOf(base, current);
  if (trend === 'unchanged') return { sign: '', full: `= ${formatValue(current, unit)}` };
  const sign = signOf(base, current);
  const word = trend === 'new' || trend === 'gone' ? ` ${trend}` : '';
  return { sign, full: `${sign} ${formatDelta(current - base, unit)}${word}` };
}

/** ▲ for growth, ▼ for loss, nothing for neither. */
export function signOf(base: number, current: number): string {
  if (current === base) return '';
  return current > base ? '▲' : '▼';
}
