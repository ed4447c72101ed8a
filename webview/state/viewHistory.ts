import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { Tab, WidthMode } from '../../src/protocol.ts';

/** What is undone and redone together: how the profiles are looked at, and where. */
export interface Spot {
  readonly options: ViewOptions;
  readonly width: WidthMode;
  readonly tab: Tab;
  /** Keys from below the root to the zoomed and to the selected node. */
  readonly zoom: readonly string[];
  readonly selected: readonly string[];
}

/** Where people have been, oldest first. */
export interface ViewHistory {
  readonly past: readonly Spot[];
  /** Null until there was something to see. */
  readonly now: Spot | null;
  readonly future: readonly Spot[];
  /** A step was made to `now`, and is not on screen yet: what will be is that step, as far as it still exists. */
  readonly arriving: boolean;
}

export const noHistory: ViewHistory = { past: [], now: null, future: [], arriving: false };

/** Older ones are forgotten. */
const mostSteps = 50;

/**
 * Where people are now. A walk from frame to frame is one step, however long, but where each has a view of its own; the
 * same again is none. After a step back
 * another way leads on from there.
 */
export function visited(history: ViewHistory, spot: Spot): ViewHistory {
  const { past, now, arriving } = history;
  if (now === null || arriving) return { ...history, now: spot, arriving: false };
  if (isSame(now, spot)) return history;
  const before = past.at(-1);
  const isWalk = spot.tab !== 'neighbours' && before !== undefined;
  if (isWalk && onlySelects(before, now) && onlySelects(now, spot)) {
    return { ...history, now: spot, future: [] };
  }
  return { past: [...past, now].slice(-mostSteps), now: spot, future: [], arriving: false };
}

/** One step back, or on again; null where there is none. */
export function stepped({ past, now, future }: ViewHistory, by: 'back' | 'forward'): ViewHistory | null {
  const target = by === 'back' ? past.at(-1) : future[0];
  if (target === undefined || now === null) return null;
  return by === 'back'
    ? { past: past.slice(0, -1), now: target, future: [now, ...future], arriving: true }
    : { past: [...past, now], now: target, future: future.slice(1), arriving: true };
}

function isSame(one: Spot, other: Spot): boolean {
  return onlySelects(one, other) && sameKeys(one.selected, other.selected);
}

/** Nothing but the selected frame differs, if that. */
function onlySelects(one: Spot, other: Spot): boolean {
  return (
    one.width === other.width &&
    one.tab === other.tab &&
    sameKeys(one.zoom, other.zoom) &&
    (one.options === other.options || JSON.stringify(one.options) === JSON.stringify(other.options))
  );
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((key, i) => key === other[i]));
}
