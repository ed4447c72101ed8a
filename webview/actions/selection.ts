import type { NodeDetails } from '../../src/core/answers/details.ts';
import type { Place } from '../../src/core/names/place.ts';
import { type AppContext, report } from '../state/appContext.ts';
import { frameOf, type Scene } from '../state/scene.ts';
import { loadTab } from './loadTab.ts';

/** Selects a node of the scene and asks for its details. */
export function select(context: AppContext, node: number): void {
  const { scene } = context.store.state;
  if (scene === null) return;
  context.store.update({ selected: node });
  void detailsOf(context, scene, node);
  loadTab(context);
}

/** Shows a node's line in the editor: `reveal` beside, without taking the focus; `go` moves there. */
export function openNode(context: AppContext, node: number, how: 'reveal' | 'go'): void {
  opening(context, node, how)();
}

/**
 * Finds out which line a node of the scene on screen stands for. The returned function shows that line, be there another
 * scene by then, in which the node is another frame's.
 */
export function opening(context: AppContext, node: number, how: 'reveal' | 'go'): () => void {
  const { scene } = context.store.state;
  if (scene === null || scene.layout.tree.elided.has(node)) return () => {};
  const answer = detailsOf(context, scene, node);
  return () =>
    void answer.then(details => {
      const place = details === null ? null : placeOf(scene, node, details);
      if (place !== null) openPlace(context, place, how);
    });
}

/** Asks the host to show a place in source. */
export function openPlace(context: AppContext, place: Place, how: 'reveal' | 'go'): void {
  const { name, file, line, startLine } = place;
  if (file !== '') context.rpc.post({ type: 'openSource', place: { name, file, line, startLine }, how });
}

/** A node's heaviest line; where lines are frames, its own. Null for what has no source. */
export function placeOf(scene: Scene, node: number, details: NodeDetails): Place | null {
  const place = details.lines[0] ?? scene.names.place(frameOf(scene, node));
  return place.file === '' ? null : place;
}

/** Names a node across views, as the question that its details answer. */
export function questionOf(scene: Scene, node: number): string {
  return `${scene.view.id}/${node}`;
}

function detailsOf(context: AppContext, scene: Scene, node: number): Promise<NodeDetails | null> {
  const question = questionOf(scene, node);
  const asked = context.store.state.details;
  if (asked?.for === question) return asked.answer;
  const answer = askDetails(context, scene, node);
  context.store.update({ details: { for: question, answer, value: null } });
  return answer;
}

async function askDetails(context: AppContext, scene: Scene, node: number): Promise<NodeDetails | null> {
  const { store, rpc } = context;
  const question = questionOf(scene, node);
  try {
    const value = await rpc.request('details', { node: { view: scene.view.id, node } });
    const { details } = store.state;
    if (details?.for === question) store.update({ details: { ...details, value } });
    return value;
  } catch (error) {
    if (store.state.details?.for === question) {
      store.update({ details: null });
      report(context, error);
    }
    return null;
  }
}
