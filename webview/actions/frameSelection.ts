import type { Place } from '../../src/core/names/place.ts';
import type { AppContext } from '../state/appContext.ts';
import { frameOf, type Scene } from '../state/scene.ts';
import { openNode, openPlace } from './selection.ts';
import { selectInSight, zoomTo } from './views.ts';

/** Selects a frame at its widest node. Returns false when it is nowhere wide enough to be drawn. */
export function selectFrame(context: AppContext, frame: Place): boolean {
  const { scene, overall } = context.store.state;
  if (scene === null || overall === null) return false;
  const here = widestNode(scene, frame);
  if (here >= 0) {
    selectInSight(context, here);
    return true;
  }
  if (scene === overall) return false;
  const anywhere = widestNode(overall, frame);
  if (anywhere < 0) return false;
  zoomTo(context, 0);
  selectInSight(context, anywhere);
  return true;
}

/** Selects the frame that the host wants seen, as soon as the tree that is wanted is there to select it in. */
export function revealFrame(context: AppContext): void {
  const { toReveal, scene, reading, wanted } = context.store.state;
  if (toReveal === null || scene === null || reading || wanted !== null) return;
  context.store.update({ toReveal: null, tab: 'flame' });
  selectFrame(context, toReveal);
}

/** Selects a frame and shows its heaviest line, or its own where the tree does not hold it. */
export function openFrame(context: AppContext, frame: Place, how: 'reveal' | 'go'): void {
  if (selectFrame(context, frame)) openNode(context, context.store.state.selected, how);
  else openPlace(context, frame, how);
}

/** Where lines are frames, the line counts too when it is known. −1 when the scene does not draw it. */
function widestNode(scene: Scene, { name, file, line }: Place): number {
  const { names, layout } = scene;
  const byLine = scene.view.options.granularity === 'lines';
  const wanted = new Set<number>();
  for (let frame = 0; frame < names.count; frame++) {
    if (byLine && line > 0 && names.line(frame) !== line) continue;
    if (names.name(frame) === name && names.file(frame) === file) wanted.add(frame);
  }
  let widest = -1;
  let weight = -1;
  for (let node = 0; node < layout.tree.count; node++) {
    const own = layout.weight[node] ?? 0;
    if (own > weight && wanted.has(frameOf(scene, node))) {
      widest = node;
      weight = own;
    }
  }
  return widest;
}
