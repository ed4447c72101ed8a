import { childrenOf, type FlameLayout, widthOf } from './flameLayout.ts';
import type { FlameTree } from './flameTree.ts';

/** The span of [0, 1] that fills the width of the screen. */
export interface ZoomWindow {
  readonly start: number;
  readonly end: number;
}

export const wholeWindow: ZoomWindow = { start: 0, end: 1 };

/** Below this share of the root doubles no longer place neighbouring boxes a pixel apart. */
const narrowestWindow = 1e-11;

/** The window that a node's box fills. */
export function windowOf(layout: FlameLayout, node: number): ZoomWindow {
  const start = layout.left[node] ?? 0;
  return { start, end: start + Math.max(widthOf(layout, node), narrowestWindow) };
}

/** Moves a window by a share of its own width, not past the ends. */
export function panned(window: ZoomWindow, by: number): ZoomWindow {
  const size = window.end - window.start;
  const start = Math.min(Math.max(0, window.start + by * size), 1 - size);
  return { start, end: start + size };
}

/** Makes a window `factor` times as wide, keeping the point at share `at` of it where it is. */
export function scaled(window: ZoomWindow, factor: number, at: number): ZoomWindow {
  const size = window.end - window.start;
  const wanted = Math.min(1, Math.max(narrowestWindow, size * factor));
  const start = Math.min(Math.max(0, window.start + (size - wanted) * at), 1 - wanted);
  return { start, end: start + wanted };
}

/** How a key scales a window, and what part of it a key moves it by. */
export const keyScale = 1.5;
export const keyStep = 0.2;

/** A notch (100 px) of a wheel scales by about a fifth. */
const wheelScale = 0.002;

/** A turn of a wheel or two fingers, in pixels. */
interface WheelTurn {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly deltaX: number;
  readonly deltaY: number;
}

/** By what a turn scales: with Ctrl or Cmd; null else. */
export function scaleOfWheel({ ctrlKey, metaKey, deltaY }: WheelTurn): number | null {
  return ctrlKey || metaKey ? Math.exp(deltaY * wheelScale) : null;
}

/** How many pixels a turn moves sideways; 0 where it goes up or down more than that, which is for what scrolls. */
export function sidewaysOfWheel({ shiftKey, deltaX, deltaY }: WheelTurn): number {
  const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
  return Math.abs(sideways) <= (shiftKey ? 0 : Math.abs(deltaY)) ? 0 : sideways;
}

/** A window on the way from one to another, `progress` 0 … 1. */
export function between(from: ZoomWindow, to: ZoomWindow, progress: number): ZoomWindow {
  const mix = (one: number, other: number): number => one + (other - one) * progress;
  return { start: mix(from.start, to.start), end: mix(from.end, to.end) };
}

/** The nodes from below the root down to a node, itself included; empty for the root. */
export function pathTo(tree: FlameTree, node: number): readonly number[] {
  const path: number[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) path.push(at);
  return path.reverse();
}

/**
 * Follows frame keys down from the root, among equal ones into the widest. Returns the deepest node reached, which is
 * the root when not even the first is there.
 */
export function findPath(
  layout: FlameLayout,
  keys: readonly string[],
  keyOf: (node: number) => string,
): number {
  let node = 0;
  for (const key of keys) {
    const next = childrenOf(layout, node).find(child => keyOf(child) === key);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

/** The zoom that keeps a node in sight: the zoomed node while one holds the other, else the nearest that holds both. */
export function zoomHolding(tree: FlameTree, zoomed: number, node: number): number {
  const holds = (outer: number, inner: number): boolean => inner >= outer && inner < (tree.end[outer] ?? 0);
  if (holds(node, zoomed)) return zoomed;
  let holder = zoomed;
  while (holder > 0 && !holds(holder, node)) holder = tree.parent[holder] ?? 0;
  return holder;
}

/** Whether something below a node was too narrow to send, so that zooming into it should ask for more. */
export function hasElided(tree: FlameTree, node: number): boolean {
  const end = tree.end[node] ?? 0;
  for (const elided of tree.elided.keys()) if (elided > node && elided < end) return true;
  return false;
}
