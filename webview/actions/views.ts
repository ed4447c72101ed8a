import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { firstZoom } from '../../src/core/flame/firstZoom.ts';
import { isDifference } from '../../src/core/flame/widthMode.ts';
import { findPath, hasElided, pathTo, zoomHolding } from '../../src/core/flame/zoom.ts';
import type { Tab, WidthMode } from '../../src/protocol.ts';
import { effectiveWidth, isAlone } from '../state/alone.ts';
import { type AppContext, report } from '../state/appContext.ts';
import { aroundInWidth } from '../state/around.ts';
import { inWidth, keyOf, type Scene, sceneOf } from '../state/scene.ts';
import { topNode } from '../state/topNode.ts';
import { loadTab } from './loadTab.ts';
import { searchScene } from './searching.ts';
import { select } from './selection.ts';

/** Puts a new tree on screen. Zoom is kept where it still exists. */
export function showWhole(context: AppContext, scene: Scene): void {
  const { zoom, unseen, diff, toSelect } = context.store.state;
  const top = toSelect === null ? topNode(scene) : nodeAt(scene, toSelect);
  const node = unseen && !isAlone(diff) ? firstZoom(scene.layout, top) : nodeAt(scene, zoom);
  const nothing = { kind: 'nothing' } as const;
  context.store.update({
    screen: { kind: 'open' },
    unseen: false,
    toSelect: null,
    overall: scene,
    headline: scene.view.headline,
    top: nothing,
    suspects: nothing,
    neighbours: nothing,
  });
  show(context, scene, node, top);
  completeZoom(context, toSelect);
}

/** Shows places of the tree that is there, as far down as it has them. */
export function goTo(context: AppContext, zoom: readonly string[], selected: readonly string[]): void {
  const { overall } = context.store.state;
  if (overall === null) return;
  show(context, overall, nodeAt(overall, zoom), nodeAt(overall, selected));
  completeZoom(context, selected);
}

/** Frame keys from below the root to a node. */
export function keysTo(scene: Scene, node: number): readonly string[] {
  return pathTo(scene.layout.tree, node).map(each => keyOf(scene, each));
}

/** The node at the end of such a path, or the deepest that is still there. */
function nodeAt(scene: Scene, keys: readonly string[]): number {
  return findPath(scene.layout, keys, node => keyOf(scene, node));
}

/** Puts a scene on screen, zoomed to one of its nodes. */
function show(context: AppContext, scene: Scene, zoomed: number, selected: number): void {
  context.store.update({ scene, zoomed, zoom: keysTo(scene, zoomed) });
  searchScene(context);
  select(context, selected);
}

/** Zooms to a node of the scene. What was too narrow to send below it is asked for, and follows. */
export function zoomTo(context: AppContext, node: number): void {
  const { scene, overall, selected, zoomed } = context.store.state;
  if (scene === null || overall === null || node === zoomed) return;
  const path = keysTo(scene, node);
  const { end } = scene.layout.tree;
  const leaving = node < scene.root || node >= (end[scene.root] ?? 0);
  if (leaving) {
    show(context, overall, nodeAt(overall, path), nodeAt(overall, keysTo(scene, selected)));
    return;
  }
  context.store.update({ zoomed: node, zoom: path });
  completeZoom(context);
}

/** Selects a node, and zooms out as far as it takes to see it. */
export function selectInSight(context: AppContext, node: number): void {
  select(context, node);
  const { scene, zoomed } = context.store.state;
  if (scene !== null) zoomTo(context, zoomHolding(scene.layout.tree, zoomed, node));
}

/**
 * Asks for what was too narrow to send below the zoomed node of the whole tree, if there is any. `sought` are the keys to
 * a node that may be among it, to be selected then.
 */
export function completeZoom(context: AppContext, sought: readonly string[] | null = null): void {
  const { scene, overall, zoomed } = context.store.state;
  if (scene === null || scene !== overall || zoomed === 0) return;
  if (hasElided(scene.layout.tree, zoomed)) void loadSubtree(context, scene, zoomed, sought);
}

/** While another view is wanted there is nothing to ask: that one keeps the zoom, and completes it. */
async function loadSubtree(
  context: AppContext,
  whole: Scene,
  node: number,
  sought: readonly string[] | null,
): Promise<void> {
  const { store, rpc } = context;
  if (store.state.wanted !== null || store.state.reading) return;
  const { id, options } = whole.view;
  const path = keysTo(whole, node);
  const subtree = { node };
  const selectedBefore = store.state.selected;
  const isLatest = (): boolean => store.state.subtree === subtree;
  store.update({ subtree });
  try {
    const view = await rpc.request('view', { options, root: { view: id, node } });
    const { scene: before, zoomed, selected } = store.state;
    // Another width is another layout of the same view.
    if (!isLatest() || before?.view !== whole.view || zoomed !== node) return;
    const scene = sceneOf(view, effectiveWidth(store.state), path.length);
    const keys = sought !== null && selected === selectedBefore ? sought : keysTo(whole, selected);
    show(context, scene, nodeAt(scene, path), nodeAt(scene, keys));
  } catch (error) {
    const { wanted, overall } = store.state;
    if (isLatest() && wanted === null && overall?.view === whole.view) report(context, error);
  } finally {
    if (isLatest()) store.update({ subtree: null });
  }
}

/** Changes what a box's width stands for. */
export function setWidth(context: AppContext, width: WidthMode): void {
  const { scene, overall } = context.store.state;
  const whole = overall && inWidth(overall, width);
  const { neighbours } = context.store.state;
  context.store.update({
    width,
    difference: isDifference(width) ? width : context.store.state.difference,
    overall: whole,
    // The whole tree stays known as such: zooming asks only it for what is missing.
    scene: scene === overall ? whole : scene && inWidth(scene, width),
    neighbours:
      neighbours.kind === 'ready'
        ? { ...neighbours, value: aroundInWidth(neighbours.value, width) }
        : neighbours,
  });
  searchScene(context);
}

/** Brings a tab to the front and asks for what it shows. */
export function setTab(context: AppContext, tab: Tab): void {
  context.store.update({ tab });
  loadTab(context);
}

/** Asks anew for what depends on which code is the reader's own. */
export async function loadHeadline(context: AppContext): Promise<void> {
  const { store, rpc } = context;
  store.update({ ownCode: store.state.ownCode + 1 });
  const { options, overall } = store.state;
  if (options === null || overall === null) return;
  loadTab(context);
  try {
    const headline = await rpc.request('headline', { options });
    // Another width is another layout of the same view.
    if (store.state.overall?.view === overall.view) store.update({ headline });
  } catch (error) {
    report(context, error);
  }
}

/** Ranks suspects by where memory is allocated, or by the reader's own code that has it allocated. */
export function setSuspectsBy(context: AppContext, by: SitesBy): void {
  context.store.update({ suspectsBy: by });
  loadTab(context);
}
