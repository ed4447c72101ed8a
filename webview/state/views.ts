import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { findPath, hasElided, pathTo, zoomHolding } from '../../src/core/flame/zoom.ts';
import type { Tab, WidthMode } from '../../src/protocol.ts';
import { isAlone } from './alone.ts';
import { type AppContext, report } from './appContext.ts';
import type { AppState, Loading } from './appState.ts';
import { loadTab } from './loadTab.ts';
import { inWidth, keyOf, type Scene, sceneOf } from './scene.ts';
import { searchScene } from './searching.ts';
import { select } from './selection.ts';
import { topNode } from './topNode.ts';

/** How wide boxes are drawn: one profile alone has nothing but `current`. */
export function effectiveWidth({ diff, width }: Pick<AppState, 'diff' | 'width'>): WidthMode {
  return isAlone(diff) ? 'current' : width;
}

/**
 * Asks for the whole tree anew. Zoom is kept where it still exists. `changes` come into the state together with the
 * view, so that nothing on screen speaks of another diff than the rest.
 */
export async function loadView(
  context: AppContext,
  options: ViewOptions,
  changes: Partial<AppState> = {},
): Promise<void> {
  const { store, rpc } = context;
  const loading = { options };
  store.update({ loading });
  try {
    const view = await rpc.request('view', { options, root: null });
    if (store.state.loading !== loading) return;
    const scene = sceneOf(view, effectiveWidth({ ...store.state, ...changes }));
    const node = nodeAt(scene, store.state.zoom);
    const nothing = { kind: 'nothing' } as const;
    store.update({
      ...changes,
      screen: { kind: 'open' },
      options,
      overall: scene,
      headline: view.headline,
      loading: null,
      trouble: null,
      top: nothing,
      suspects: nothing,
      neighbours: nothing,
    });
    show(context, scene, node, topNode(scene));
    if (node !== 0 && hasElided(scene.layout.tree, node)) await loadSubtree(context, node);
  } catch (error) {
    endLoading(context, loading, error);
  }
}

/** Takes a failed question off the screen, unless a later one has taken its place. */
function endLoading(context: AppContext, loading: Loading, error: unknown): void {
  if (context.store.state.loading !== loading) return;
  context.store.update({ loading: null });
  report(context, error);
}

/** Frame keys from below the root to a node. */
function keysTo(scene: Scene, node: number): readonly string[] {
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
  if (scene === overall && node !== 0 && hasElided(scene.layout.tree, node)) void loadSubtree(context, node);
}

/** Selects a node, and zooms out as far as it takes to see it. */
export function selectInSight(context: AppContext, node: number): void {
  select(context, node);
  const { scene, zoomed } = context.store.state;
  if (scene !== null) zoomTo(context, zoomHolding(scene.layout.tree, zoomed, node));
}

async function loadSubtree(context: AppContext, node: number): Promise<void> {
  const { store, rpc } = context;
  const { overall, options } = store.state;
  if (overall === null || options === null) return;
  const loading = { options };
  const path = keysTo(overall, node);
  store.update({ loading });
  try {
    const view = await rpc.request('view', { options, root: { view: overall.view.id, node } });
    if (store.state.loading !== loading) return;
    store.update({ loading: null });
    if (store.state.zoomed !== node || store.state.scene !== overall) return;
    const scene = sceneOf(view, effectiveWidth(store.state), path.length);
    const kept = keysTo(overall, store.state.selected);
    show(context, scene, nodeAt(scene, path), nodeAt(scene, kept));
  } catch (error) {
    endLoading(context, loading, error);
  }
}

/** Changes how the profiles are looked at. */
export function setOptions(context: AppContext, changes: Partial<ViewOptions>): void {
  const { options, loading } = context.store.state;
  const latest = loading?.options ?? options;
  if (latest !== null) void loadView(context, { ...latest, ...changes });
}

/** Changes what a box's width stands for. */
export function setWidth(context: AppContext, width: WidthMode): void {
  const { scene, overall } = context.store.state;
  context.store.update({
    width,
    overall: overall && inWidth(overall, width),
    scene: scene && inWidth(scene, width),
  });
  searchScene(context);
}

/** Brings a tab to the front and asks for what it shows. */
export function setTab(context: AppContext, tab: Tab): void {
  context.store.update({ tab });
  loadTab(context);
}

/** Turns base and current round. The host announces the diff anew, which brings the view. */
export async function swap(context: AppContext): Promise<void> {
  const loading = { options: context.store.state.options };
  context.store.update({ loading });
  try {
    await context.rpc.request('swap', {});
  } catch (error) {
    endLoading(context, loading, error);
  }
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
    if (store.state.overall === overall) store.update({ headline });
  } catch (error) {
    report(context, error);
  }
}

/** Ranks suspects by where memory is allocated, or by the reader's own code that has it allocated. */
export function setSuspectsBy(context: AppContext, by: SitesBy): void {
  context.store.update({ suspectsBy: by });
  loadTab(context);
}
