import { widthOf } from '../../src/core/flame/flameLayout.ts';
import { type Step, stepFrom } from '../../src/core/flame/navigation.ts';
import { panned, scaled } from '../../src/core/flame/zoom.ts';
import type { FlameActions } from './flameActions.ts';
import type { FlameView } from './flameView.ts';

const steps: ReadonlyMap<string, Step> = new Map([
  ['ArrowUp', 'parent'],
  ['ArrowDown', 'child'],
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
  ['Home', 'root'],
]);

/** Carries out a key pressed in the flame graph. Returns whether it meant anything. */
export function handleKey(view: FlameView, actions: FlameActions, event: KeyboardEvent): boolean {
  const { input } = view;
  if (input === null || event.altKey) return false;
  const { scene, selected } = input;
  const step = steps.get(event.key);
  if (step !== undefined && !event.ctrlKey && !event.metaKey) {
    const next = stepFrom(scene.layout, selected, step);
    if (!isInside(view, next)) actions.zoom(nearestAround(view, next));
    actions.select(next);
    return true;
  }
  switch (event.key) {
    case 'Enter':
      if (event.ctrlKey || event.metaKey) actions.open(selected, 'go');
      else actions.zoom(selected);
      return true;
    case ' ':
      actions.open(selected, 'reveal');
      return true;
    case 'Escape':
      return zoomOut(view, actions);
    case '+':
    case '=':
      view.setWindow(scaled(view.window, 1 / 1.5, 0.5));
      return true;
    case '-':
      view.setWindow(scaled(view.window, 1.5, 0.5));
      return true;
    case '[':
      view.setWindow(panned(view.window, -0.2));
      return true;
    case ']':
      view.setWindow(panned(view.window, 0.2));
      return true;
    default:
      return false;
  }
}

/** One step out: first back to the zoomed box, then to the nearest wider one around it. */
export function zoomOut(view: FlameView, actions: FlameActions): boolean {
  const { input } = view;
  if (input === null) return false;
  if (view.isOffZoom) {
    view.resetWindow();
    return true;
  }
  const { layout } = input.scene;
  let node = input.zoomed;
  if (node === 0) return false;
  const width = widthOf(layout, node);
  do node = Math.max(layout.tree.parent[node] ?? 0, 0);
  while (node !== 0 && widthOf(layout, node) <= width);
  actions.zoom(node);
  return true;
}

/** Whether a node hangs below the zoomed one, or the zoomed one below it. */
function isInside({ input }: FlameView, node: number): boolean {
  if (input === null) return false;
  const { end } = input.scene.layout.tree;
  const { zoomed } = input;
  const contains = (outer: number, inner: number): boolean => inner >= outer && inner < (end[outer] ?? 0);
  return contains(zoomed, node) || contains(node, zoomed);
}

/** The nearest node around the zoomed one that also holds `node`. */
function nearestAround({ input }: FlameView, node: number): number {
  if (input === null) return 0;
  const { end, parent } = input.scene.layout.tree;
  let around = input.zoomed;
  while (around > 0 && !(node >= around && node < (end[around] ?? 0))) around = parent[around] ?? 0;
  return Math.max(around, 0);
}
