import type { Frame, IdColumn, Node } from '../ids.ts';
import { flatOf } from '../measures/measure.ts';
import { isNoise } from '../measures/noise.ts';
import { PairSums } from '../measures/pairSums.ts';
import type { Ranges } from '../measures/ranges.ts';
import { firstFrame } from '../names/frames.ts';
import { rootNode } from '../tree/callTree.ts';
import type { Growth } from './growth.ts';
import type { Look } from './look.ts';

/** Whose a frame is: of a file that nobody looks at, of a library's, or of the reader's own. */
export const unseenFile = 0;
export const libraryFile = 1;
export const ownFile = 2;

/** A function or line that changed beyond noise, with all its nodes in the tree. */
export interface GrownSite {
  readonly kind: Growth['kind'];
  /** Its frame, of those that `siteOf` gives. */
  readonly site: Frame;
  /** The entries that end there, or in what is called from there. */
  readonly ranges: Ranges;
  /** By frame: who calls it, and, for `called`, where the call ends. */
  readonly callers: PairSums<Frame>;
  readonly allocators: PairSums<Frame>;
  /** The node at the end of the stack that changed most. */
  readonly top: Node;
}

/**
 * Sums a tree's values by site. `siteOf` has one frame for all of a site's and `role` says whose it is: what ends in a
 * frame that is not the reader's own counts as `called` for the innermost own frame above it. Two walks, so that only
 * sites that changed beyond two standard errors are looked at closely.
 */
export function grownSites(look: Look, role: Uint8Array, siteOf: IdColumn<Frame>): GrownSite[] {
  const { measure } = look;
  const { tree, frames } = look.merged;
  const noise = look.noise();
  const sums = { flat: new Sums(frames.count), called: new Sums(frames.count) };
  walk(look, role, (kind, node, frame) => {
    const site = siteOf[frame] as Frame;
    const base = flatOf(tree, measure.base, node);
    const current = flatOf(tree, measure.current, node);
    sums[kind].add(site, current - base, noise === undefined ? 0 : flatOf(tree, noise.variance, node));
  });

  const found = new Map<number, MutableSite>();
  walk(look, role, (kind, node, frame, caller, allocator) => {
    const site = siteOf[frame] as Frame;
    if (!sums[kind].isBeyondNoise(site)) return;
    const key = kind === 'flat' ? site : site + frames.count;
    let at = found.get(key);
    if (at === undefined) {
      const nothing = { ranges: [], callers: new PairSums<Frame>(), allocators: new PairSums<Frame>() };
      at = { kind, site, ...nothing, top: node, largest: -1 };
      found.set(key, at);
    }
    at.ranges.push([tree.start[node] as number, tree.start[node + 1] as number]);
    const base = flatOf(tree, measure.base, node);
    const current = flatOf(tree, measure.current, node);
    if (caller >= firstFrame) at.callers.add(caller, base, current);
    if (Math.abs(current - base) > at.largest) {
      at.largest = Math.abs(current - base);
      at.top = node;
    }
    if (kind === 'called') at.allocators.add(allocator, base, current);
  });
  return [...found.values()];
}

interface MutableSite extends GrownSite {
  readonly ranges: [number, number][];
  top: Node;
  /** |delta| of that stack. */
  largest: number;
}

/** Deltas and their variance by site. */
class Sums {
  readonly #delta: Float64Array;
  readonly #variance: Float64Array;

  constructor(sites: number) {
    this.#delta = new Float64Array(sites);
    this.#variance = new Float64Array(sites);
  }

  add(site: Frame, delta: number, variance: number): void {
    this.#delta[site] = (this.#delta[site] as number) + delta;
    this.#variance[site] = (this.#variance[site] as number) + variance;
  }

  isBeyondNoise(site: Frame): boolean {
    const delta = this.#delta[site] as number;
    const standardError = Math.sqrt(this.#variance[site] as number);
    return delta !== 0 && !isNoise(delta, { samples: 0, standardError });
  }
}

/**
 * Visits each node where stacks end, as `flat` with its site's frame and its caller's unless nobody looks at it, and, as
 * `called`, with the innermost own frame above it if the site's is not one. A caller is the root where there is none.
 */
function walk(
  look: Look,
  role: Uint8Array,
  visit: (kind: Growth['kind'], node: Node, frame: Frame, caller: Frame, site: Frame) => void,
): void {
  const { frame: frames, next, start, count } = look.merged.tree;
  const { isSite } = look.siteNodes();
  /** By depth: the node, the depth of its site, and that of the innermost own frame from the site up; 0 for none. */
  const path: Node[] = [];
  const siteDepth: number[] = [];
  const ownDepth: number[] = [];
  let depth = 0;
  for (let node = rootNode; node < count; node++) {
    while (depth > 0 && node >= (next[path[depth - 1] as Node] as Node)) depth -= 1;
    path[depth] = node;
    const isNamed = isSite[frames[node] as Frame] === 1;
    siteDepth[depth] = isNamed ? depth : (siteDepth[depth - 1] ?? 0);
    const isOwn = isNamed && role[frames[node] as Frame] === ownFile;
    ownDepth[depth] = isOwn ? depth : (ownDepth[depth - 1] ?? 0);
    const at = siteDepth[depth] as number;
    if (at > 0 && start[node] !== start[node + 1]) {
      const frameAt = (which: number): Frame => frames[path[which] as Node] as Frame;
      const of = role[frameAt(at)] as number;
      const above = ownDepth[depth] as number;
      if (of !== unseenFile) visit('flat', node, frameAt(at), frameAt(at - 1), frameAt(at));
      if (of !== ownFile && above > 0) visit('called', node, frameAt(above), frameAt(above - 1), frameAt(at));
    }
    depth += 1;
  }
}
