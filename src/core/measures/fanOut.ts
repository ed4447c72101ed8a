import type { Frame, Node } from '../ids.ts';
import { placeOfFrame } from '../names/frames.ts';
import type { Place } from '../names/place.ts';
import { rootNode } from '../tree/callTree.ts';
import type { MergedTree } from '../tree/mergedTree.ts';
import { cumOf, type Measure } from './measure.ts';
import { evidenceOver, isNoise, type Noise } from './noise.ts';
import { subtreeRange } from './ranges.ts';
import type { SiteNodes } from './siteNodes.ts';

/** A child on the way of the growth has at least this share of all of it. */
const kept = 0.7;
/** Own code that is named on the way: the first, and what is nearest to where it ends. */
const mostNamed = 6;

/** The way that most of the increase has in common, from the root down to where it fans out. */
export interface FanOut {
  /** What the last node of the way has of the whole increase. */
  readonly share: number;
  /** The reader's own functions on the way, callers first, each once in a row. */
  readonly own: readonly Place[];
  /** How many of them were left out after the first. */
  readonly leftOut: number;
}

/**
 * The nodes from below the root down, as long as the child with the largest increase keeps 70 % of the root's. `children`
 * are those of a node; empty when the growth fans out at once, or nothing grew.
 */
export function growthPath<Of extends number>(
  root: Of,
  children: (node: Of) => Iterable<Of>,
  increase: (node: Of) => number,
): readonly Of[] {
  const least = kept * increase(root);
  const path: Of[] = [];
  for (let at: Of | undefined = root; at !== undefined && least > 0; ) {
    let largest: Of | undefined;
    for (const child of children(at)) {
      if (largest === undefined || increase(child) > increase(largest)) largest = child;
    }
    if (largest !== undefined && increase(largest) >= least) path.push(largest);
    else largest = undefined;
    at = largest;
  }
  return path;
}

/** Where growth fans out. Null where it has no way in common, or that is within sampling noise. */
export function fanOutOf(
  { tree, frames }: MergedTree,
  measure: Measure,
  noise: Noise | undefined,
  { isOwn }: SiteNodes,
): FanOut | null {
  const { next, frame } = tree;
  const increase = (node: Node): number => cumOf(tree, measure.increase, node);
  const path = growthPath(
    rootNode,
    function* (node) {
      for (let child = (node + 1) as Node; child < (next[node] as Node); child = next[child] as Node)
        yield child;
    },
    increase,
  );
  const end = path.at(-1);
  if (end === undefined) return null;
  const delta = cumOf(tree, measure.current, end) - cumOf(tree, measure.base, end);
  if (delta <= 0 || isNoise(delta, evidenceOver(noise, subtreeRange(tree, end)))) return null;
  const named = path
    .map(node => frame[node] as Frame)
    .filter(each => isOwn[each] === 1)
    .filter((each, i, all) => each !== all[i - 1]);
  const shown = named.length > mostNamed ? [...named.slice(0, 1), ...named.slice(1 - mostNamed)] : named;
  return {
    share: increase(end) / increase(rootNode),
    own: shown.map(each => placeOfFrame(frames, each)),
    leftOut: named.length - shown.length,
  };
}
