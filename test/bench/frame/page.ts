import type { View } from '../../../src/core/answers/requests.ts';
import { scaleEnd } from '../../../src/core/flame/strength.ts';
import {
  between,
  panned,
  scaled,
  wholeWindow,
  windowOf,
  type ZoomWindow,
} from '../../../src/core/flame/zoom.ts';
import { FlameCanvas } from '../../../webview/flame/flameCanvas.ts';
import { sceneOf } from '../../../webview/state/scene.ts';

/** Times of single frames, in milliseconds. */
export interface FrameTimes {
  readonly full: readonly number[];
  readonly zoom: readonly number[];
  readonly pan: readonly number[];
}

declare global {
  interface Window {
    measureFrames(portableView: unknown): FrameTimes;
  }
}

const frames = 40;

/** Paints the view with the webview's own code: as a whole, on the way into a deep box and back, and moving along. */
window.measureFrames = portableView => {
  const scene = sceneOf(revived(portableView) as View, 'change');
  const end = scaleEnd(scene.layout.tree, 0);
  const canvas = new FlameCanvas(() => {});
  canvas.pane.style.cssText = 'width: 1600px; height: 900px; overflow: auto; position: relative';
  document.body.append(canvas.pane);
  canvas.setRows(scene.layout.tree.deepest + 1, 0, scene.layout.tree.deepest + 1);
  const context = canvas.pane.querySelector('canvas')?.getContext('2d');
  const paint = (part: ZoomWindow): number => {
    const started = performance.now();
    canvas.paint({
      scene,
      window: part,
      selected: 0,
      hovered: -1,
      matched: null,
      alone: false,
      palette: 'direction',
      scaleEnd: end,
    });
    // Reading a pixel waits for the picture.
    context?.getImageData(0, 0, 1, 1);
    return performance.now() - started;
  };
  const steps = Array.from({ length: frames }, (_, step) => step);
  const deep = windowOf(scene.layout, widestAt(scene.layout.weight, scene.view.tree.depth, 12));
  const near = scaled(wholeWindow, 1 / 4, 0.1);
  for (let warming = 0; warming < 5; warming++) paint(wholeWindow);
  return {
    full: steps.map(() => paint(wholeWindow)),
    zoom: steps.map(step => paint(between(wholeWindow, deep, 1 - Math.abs(1 - (2 * step) / frames)))),
    pan: steps.map(step => paint(panned(near, step / 16))),
  };
};

function widestAt(weight: Float64Array, depth: Uint16Array, level: number): number {
  let widest = 0;
  depth.forEach((each, node) => {
    if (each === level && (widest === 0 || (weight[node] ?? 0) > (weight[widest] ?? 0))) widest = node;
  });
  return widest;
}

const arrays = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('array' in value && 'base64' in value) {
    const bytes = Uint8Array.from(atob(String(value.base64)), character => character.charCodeAt(0));
    const kind = Object.entries(arrays).find(([name]) => name === value.array)?.[1];
    if (kind === undefined) throw new Error(`unexpected ${value.array}`);
    return new kind(bytes.buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revived(part)]));
}
