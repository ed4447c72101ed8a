import { widthOf } from '../../src/core/flame/flameLayout.ts';
import { type Step, stepFrom } from '../../src/core/flame/navigation.ts';
import { keyScale, keyStep, panned, scaled } from '../../src/core/flame/zoom.ts';
import type { FlameActions } from './flameActions.ts';
import type { FlameView } from './flameView.ts';

const outwards: ReadonlyMap<string, Step> = new Map([
  ['ArrowUp', 'parent'],
  ['ArrowDown', 'child'],
]);
/** Where the root is at the bottom. */
const upwards: ReadonlyMap<string, Step> = new Map([
  ['ArrowUp', 'child'],
  ['ArrowDown', 'parent'],
]);
const steps: ReadonlyMap<string, Step> = new Map([
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
  ['Home', 'root'],
]);

/** Carries out a key pressed in the flame graph. Returns whether it meant anything. */
export function handleKey(view: FlameView, actions: FlameActions, event: KeyboardEvent): boolean {
  const { input } = view;
  if (input === null || event.altKey) return false;
  const { scene, selected } = input;
  const step = steps.get(event.key) ?? (view.canvas.rows.upward ? upwards : outwards).get(event.key);
  if (step !== undefined && !event.ctrlKey && !event.metaKey) {
    actions.select(stepFrom(scene.layout, selected, step));
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
      view.setWindow(scaled(view.window, 1 / keyScale, 0.5));
      return true;
    case '-':
      view.setWindow(scaled(view.window, keyScale, 0.5));
      return true;
    case '[':
      view.setWindow(panned(view.window, -keyStep));
      return true;
    case ']':
      view.setWindow(panned(view.window, keyStep));
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
