import { scaled, type ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { ChartModel } from './chartModel.ts';

/** Room beside the first and the last of what is drawn, as a part of all of it. */
const beside = 0.02;
/** Nobody looks closer than at this part of it: two captures of a thousand, and what was measured between them. */
const narrowest = 1 / 500;

/** Where a chart begins and ends across, in what it has across. */
function extentOf({ lines }: Pick<ChartModel, 'lines'>): readonly [from: number, to: number] {
  const ends = lines.flatMap(({ xs }) => [xs[0] ?? [], xs.at(-1) ?? []].flat());
  if (ends.length === 0) return [0, 1];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const pad = (high - low) * beside || 1;
  return [low - pad, high + pad];
}

/** What is seen of a chart where a window of it is shown. */
export function spanOf(
  model: Pick<ChartModel, 'lines'>,
  { start, end }: ZoomWindow,
): readonly [number, number] {
  const [from, to] = extentOf(model);
  return [from + start * (to - from), from + end * (to - from)];
}

/** Makes a window `factor` times as wide round something that stands in it, at most as wide as all. */
export function scaledAt(
  model: Pick<ChartModel, 'lines'>,
  window: ZoomWindow,
  factor: number,
  x: number,
): ZoomWindow {
  const [from, to] = spanOf(model, window);
  const least = narrowest / (window.end - window.start);
  return scaled(window, Math.max(factor, least), Math.min(1, Math.max(0, (x - from) / (to - from))));
}

/** The window, moved no further than it takes to hold this; itself where it does. */
export function holding(model: Pick<ChartModel, 'lines'>, window: ZoomWindow, x: number): ZoomWindow {
  const [from, to] = extentOf(model);
  const at = (x - from) / (to - from);
  const { start, end } = window;
  const by = at < start ? at - start : Math.max(0, at - end);
  if (by === 0) return window;
  return { start: Math.max(0, start + by), end: Math.min(1, end + by) };
}

/** How many captures are seen in a window. */
export function capturesSeen(model: Pick<ChartModel, 'lines' | 'at'>, window: ZoomWindow): number {
  const [from, to] = spanOf(model, window);
  return model.at.filter(x => x >= from && x <= to).length;
}

/** Whether all of it is seen. */
export function isWhole({ start, end }: ZoomWindow): boolean {
  return start <= 0 && end >= 1;
}
