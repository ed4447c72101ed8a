import type { AppContext } from '../state/appContext.ts';
import { report } from '../state/appContext.ts';
import type { AppState } from '../state/appState.ts';
import type { Side } from '../state/around.ts';
import { frameOf, type Scene } from '../state/scene.ts';
import { openFrame, selectFrame } from './frameSelection.ts';
import { opening, openPlace, placeOf } from './selection.ts';

/** The frame that a menu acts on: of the callers or callees, where they are in front, else of the flame graph. */
export function chosenFrame(state: AppState): { readonly scene: Scene; readonly node: number } | null {
  const { tab, neighbours, scene, selected } = state;
  if (tab === 'neighbours' && neighbours.kind === 'ready') {
    const { scenes, side, selected: here } = neighbours.value;
    // The root of both is the function that the flame graph has selected.
    if (here[side] !== 0) return { scene: scenes[side], node: here[side] };
  }
  return scene && { scene, node: selected };
}

/** Selects a caller or a callee: what is around the function stays. */
export function selectAround({ store }: AppContext, side: Side, node: number): void {
  const { neighbours } = store.state;
  if (neighbours.kind !== 'ready') return;
  const { value } = neighbours;
  const selected = { ...value.selected, [side]: node };
  store.update({ neighbours: { ...neighbours, value: { ...value, side, selected } } });
}

/** Shows what is around a caller or callee. */
export function centreOn(context: AppContext, side: Side, node: number): void {
  const { neighbours } = context.store.state;
  if (neighbours.kind !== 'ready' || node === 0) return;
  const scene = neighbours.value.scenes[side];
  if (scene.layout.tree.elided.has(node)) return;
  const place = scene.names.place(frameOf(scene, node));
  // What is nowhere wide enough to be drawn has its source still.
  if (!selectFrame(context, place)) openFrame(context, place, 'reveal');
}

/** Finds out which line a caller or callee stands for. The returned function shows that line. */
export function openingAround(
  context: AppContext,
  side: Side,
  node: number,
  how: 'reveal' | 'go',
): () => void {
  const { store, rpc } = context;
  const { neighbours, selected } = store.state;
  if (neighbours.kind !== 'ready') return () => {};
  if (node === 0) return opening(context, selected, how);
  const scene = neighbours.value.scenes[side];
  if (scene.layout.tree.elided.has(node)) return () => {};
  const answer = rpc.request('details', { node: { view: scene.view.id, node } });
  return () =>
    void answer.then(
      details => {
        const place = placeOf(scene, node, details);
        if (place !== null) openPlace(context, place, how);
      },
      (error: unknown) => report(context, error),
    );
}
