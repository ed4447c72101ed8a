import * as l10n from '@vscode/l10n';
import type { FlameLayout } from '../../src/core/flame/flameLayout.ts';
import { type FlameTree, type Trend, trendOf } from '../../src/core/flame/flameTree.ts';
import { isDifference, type WidthMode } from '../../src/core/flame/widthMode.ts';
import { formatDelta, formatValue } from '../../src/core/format.ts';
import { smallText } from '../state/scene.ts';
import type { NarrowRun } from './narrowRuns.ts';

/** What stands at the right end of a box: the whole mark where there is room, else the sign alone. */
export interface BoxMark {
  readonly sign: string;
  readonly full: string;
}

/**
 * `▲ +284.8 MiB new`, `= 6.1 MiB` where nothing changed; for one profile alone its size. Where boxes are as wide as one
 * side, what that side holds, and which way it went: `716.4 MiB ▲`.
 */
export function boxMark(
  tree: FlameTree,
  node: number,
  unit: string,
  alone: boolean,
  mode: WidthMode = 'change',
): BoxMark {
  const base = tree.base[node] ?? 0;
  const current = tree.current[node] ?? 0;
  if (alone) return { sign: '', full: formatValue(current, unit) };
  const trend = trendOf(base, current);
  if (trend === 'unchanged') return { sign: '', full: `= ${formatValue(current, unit)}` };
  const sign = signOf(base, current);
  if (!isDifference(mode)) {
    return { sign, full: `${formatValue(mode === 'base' ? base : current, unit)} ${sign}` };
  }
  return { sign, full: `${sign} ${formatDelta(current - base, unit)}${trendWord(trend)}` };
}

const marks = new WeakMap<FlameLayout, Map<number, BoxMark>>();

/** The mark of a box that is drawn: made once for a layout, since the same are written picture after picture. */
export function markOf(layout: FlameLayout, node: number, unit: string, alone: boolean): BoxMark {
  let known = marks.get(layout);
  if (known === undefined) {
    known = new Map();
    marks.set(layout, known);
  }
  let mark = known.get(node);
  if (mark === undefined) {
    mark = boxMark(layout.tree, node, unit, alone, layout.mode);
    known.set(node, mark);
  }
  return mark;
}

/** Behind a change, what its sign does not tell; `''` for nothing. */
export function trendWord(trend: Trend): string {
  if (trend === 'new') return ` ${l10n.t`new`}`;
  return trend === 'gone' ? ` ${l10n.t`gone`}` : '';
}

/** ▲ for growth, ▼ for loss, nothing for neither. */
export function signOf(base: number, current: number): string {
  if (current === base) return '';
  return current > base ? '▲' : '▼';
}

/** `… 245 small ▲ +3.1 MiB`: what stands on boxes that are too narrow to be drawn one by one. */
export function runLabel({ frames, base, current }: NarrowRun, unit: string, alone: boolean): string {
  const value = alone
    ? formatValue(current, unit)
    : `${signOf(base, current)} ${formatDelta(current - base, unit)}`;
  return `${smallText(frames)} ${value}`;
}
