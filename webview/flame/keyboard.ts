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

/**
 * Whether a key says no more than is written on it: with Ctrl, Cmd or Alt it is one of VS Code's, such as those that zoom the
 * window. A bracket is written with AltGr on many keyboards, and with Option on a Mac's.
 */
export function isPlain(event: KeyboardEvent): boolean {
  const isBracket = event.key === '[' || event.key === ']';
  // Windows holds Ctrl and Alt where AltGr is held.
  if (isBracket && event.getModifierState('AltGraph')) return true;
  return !event.ctrlKey && !event.metaKey && (!event.altKey || isBracket);
}

/** Carries out a key pressed in the flame graph. Returns whether it meant anything. */
export function handleKey(view: FlameView, actions: FlameActions, event: KeyboardEvent): boolean {
  const { input } = view;
  if (input === null) return false;
  const { scene, selected } = input;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
    actions.open(selected, 'go');
    return true;
  }
  if (!isPlain(event)) return false;
  const step = steps.get(event.key) ?? (view.canvas.rows.upward ? upwards : outwards).get(event.key);
  if (step !== undefined) {
    actions.select(stepFrom(scene.layout, selected, step));
    return true;
  }
  switch (event.key) {
    case 'Enter':
      actions.zoom(selected);
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
