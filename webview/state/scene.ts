import * as l10n from '@vscode/l10n';
import type { View } from '../../src/core/answers/requests.ts';
import { type FlameLayout, flameLayout } from '../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../src/core/flame/flameTree.ts';
import { packageHues } from '../../src/core/flame/packageHues.ts';
import { formatCount, formatPercent } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { WidthMode } from '../../src/protocol.ts';
import { FrameNames } from './frameNames.ts';

/** Longer than any name that people gave. */
const longestKey = 400;

/** How many hues tell packages apart. More would look alike. */
export const hueCount = 8;

/** A view from the engine, ready to be drawn in one width mode. */
export interface Scene {
  readonly view: View;
  readonly names: FrameNames;
  readonly layout: FlameLayout;
  /** The node that is shown in full; above it there is only the way to it. 0 when that is the whole tree. */
  readonly root: number;
  /** Packages and their hues, those with the widest boxes first. In every width the same. */
  readonly hues: () => ReadonlyMap<string, number>;
  /** Nodes that stand for several frames of a stack, and for how many at most. */
  readonly repeats: ReadonlyMap<number, number>;
}

/** Lays a view out. `root` is the depth of the node that the view was asked for, 0 for the whole tree. */
export function sceneOf(view: View, width: WidthMode, root = 0): Scene {
  // In preorder, the only way down to a node at that depth comes first.
  const names = new FrameNames(view.frames, view.options.granularity, view.packages);
  const layout = flameLayout(flameTree(view.tree, view.headline.withinNoise), width);
  let hues: ReadonlyMap<string, number> | undefined;
  return {
    view,
    names,
    layout,
    root,
    repeats: new Map(Array.from(view.repeats.node, (node, k) => [node, view.repeats.count[k] ?? 1])),
    hues: () => {
      hues ??= packageHues(widestPackages(names, layout), hueCount);
      return hues;
    },
  };
}

function widestPackages(names: FrameNames, { tree, weight }: FlameLayout): readonly string[] {
  const widths = new Map<string, number>();
  for (let node = 1; node < tree.count; node++) {
    if (tree.elided.has(node)) continue;
    const name = names.packageName(tree.columns.frame[node] ?? 0);
    widths.set(name, (widths.get(name) ?? 0) + (weight[node] ?? 0));
  }
  return [...widths].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

/** The hue of a node's package, −1 for the root and for what stands for many. */
export function hueOf({ layout: { tree }, names, hues }: Scene, node: number): number {
  if (node === 0 || tree.elided.has(node)) return -1;
  return hues().get(names.packageName(tree.columns.frame[node] ?? 0)) ?? -1;
}

/** The same view in another width mode. */
export function inWidth(scene: Scene, width: WidthMode): Scene {
  return scene.layout.mode === width ? scene : { ...scene, layout: flameLayout(scene.layout.tree, width) };
}

/** The frame of a node. */
export function frameOf(scene: Scene, node: number): number {
  return scene.view.tree.frame[node] ?? 0;
}

/** Whether a place is in a frame's function, at whatever line. */
export function isIn({ names }: Scene, frame: number, { name, file }: Pick<Place, 'name' | 'file'>): boolean {
  return name === names.name(frame) && file === names.file(frame);
}

/** What names a node among its siblings, across views and sessions. */
export function keyOf(scene: Scene, node: number): string {
  const frame = frameOf(scene, node);
  const name = keyOfName(scene.names.name(frame));
  return scene.view.options.granularity === 'lines' ? `${name}:${scene.names.line(frame)}` : name;
}

/** Keys are kept in the saved state, where names of any length have no place. */
function keyOfName(name: string): string {
  if (name.length <= longestKey) return name;
  const half = longestKey / 2;
  return `${name.slice(0, half)}…${name.length}…${name.slice(-half)}`;
}

/** What stands on a node's box. */
export function labelOf(scene: Scene, node: number): string {
  const elided = scene.layout.tree.elided.get(node);
  if (elided !== undefined) return smallText(elided);
  return scene.names.label(frameOf(scene, node)) + timesOf(scene, node);
}

/** What stands on a box that stands for many. */
export function smallText(count: number): string {
  return l10n.t`… ${count} small`;
}

/** ` ×3` for a node that stands for so many frames of a stack. */
function timesOf({ repeats }: Scene, node: number): string {
  const count = repeats.get(node);
  return count === undefined ? '' : ` ×${count}`;
}

/** What is said of a node that stands for several frames of a stack; null for any other. */
export function repeatsText({ repeats }: Scene, node: number): string | null {
  const count = repeats.get(node);
  return count === undefined ? null : l10n.t`stands for up to ${count} frames of a stack`;
}

/** What is said in place of a name of frames that are too narrow to be drawn. */
export function elidedText(count: number): string {
  return count === 1
    ? l10n.t`1 frame too narrow to draw`
    : l10n.t`${formatCount(count)} frames too narrow to draw`;
}

/** What stands on a box that is too narrow for its label. */
export function tightLabelOf(scene: Scene, node: number): string {
  const isElided = scene.layout.tree.elided.has(node);
  return isElided
    ? labelOf(scene, node)
    : scene.names.tightLabel(frameOf(scene, node)) + timesOf(scene, node);
}

/** What a node's value is, in pprof's words where pprof has one. */
export function valueName({ view: { kind }, layout: { tree } }: Scene, node: number): string {
  if (kind === 'calls' || node === 0) return 'cum';
  // Where a tree begins with what allocates, that is what it allocates itself.
  return kind === 'inverted' && tree.parent[node] === 0 ? 'flat' : l10n.t`through here`;
}

/** Whether what stands at a node alone is what its frame allocates itself: elsewhere it is where stacks begin. */
export function hasFlat({ view: { kind } }: Scene, node: number): boolean {
  return kind === 'calls' || (kind === 'callees' && node !== 0);
}

/** How much of the increase a node has: of all, or of the function whose callers and callees these are. */
export function increaseShare({ view: { kind, increase }, names }: Scene, grew: number): string {
  const share = formatPercent(grew / increase);
  return kind === 'callers' || kind === 'callees'
    ? l10n.t`${share} of the increase of ${names.label(0)}`
    : l10n.t`${share} of the increase`;
}

/** The line of a frame that growth stands at, as far as the view tells: 0 when only its details know. */
export function growthLineOf(scene: Scene, frame: number): number {
  const { view, names } = scene;
  if (view.options.granularity === 'lines') return names.line(frame);
  const { site } = view.headline;
  return site !== null && isIn(scene, frame, site) ? site.line : 0;
}
