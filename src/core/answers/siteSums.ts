import type { Frame, IdColumn, Node } from '../ids.ts';
import { flatOf } from '../measures/measure.ts';
import { byName } from '../measures/table.ts';
import { firstFrame, packageOfFrame, rootFrame } from '../names/frames.ts';
import { rootNode } from '../tree/callTree.ts';
import type { Look } from './look.ts';
import type { SitesBy } from './sitesBy.ts';

/** Sum of the net growths of all allocation sites, which shares are of. `functionOf` has one frame for all of a function's. */
export function netGrowth(look: Look, functionOf: IdColumn<Frame>): number {
  const { tree, frames } = look.merged;
  const { end, site } = look.siteNodes();
  const net = new Float64Array(frames.count);
  for (let k = 0; k < end.length; k++) {
    const node = end[k] as Node;
    const frame = functionOf[tree.frame[site[k] as Node] as Frame] as Frame;
    net[frame] =
      (net[frame] as number) +
      flatOf(tree, look.measure.current, node) -
      flatOf(tree, look.measure.base, node);
  }
  return positive(net);
}

function positive(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.max(0, value), 0);
}

/** Current − base of what each site allocates, or each function of the reader's own has allocated; in the sample type's unit. */
export interface NetSums {
  /** One entry a frame. */
  readonly net: Float64Array;
  /** Frames that grew (shrank), those that did most first. */
  readonly grown: readonly Frame[];
  readonly shrunk: readonly Frame[];
  /** Sum of the net growths of all sites. */
  readonly growth: number;
  /** Net growth of stacks in which there is nothing but allocators, and one of their functions' names. */
  readonly nameless: number;
  readonly namelessName: string;
}

/** Sums up what grew and what shrank. The look is at functions. */
export function netByFrame(look: Look, by: SitesBy): NetSums {
  const { merged, measure } = look;
  const { tree, frames } = merged;
  const { end, site, own } = look.siteNodes();
  const net = new Float64Array(frames.count);
  const bySite = new Float64Array(frames.count);
  let namelessFrame = rootFrame;
  for (let k = 0; k < end.length; k++) {
    const node = end[k] as Node;
    const delta = flatOf(tree, measure.current, node) - flatOf(tree, measure.base, node);
    const at = site[k] as Node;
    const siteFrame = tree.frame[at] as Frame;
    if (at === rootNode) namelessFrame = tree.frame[node] as Frame;
    bySite[siteFrame] = (bySite[siteFrame] as number) + delta;
    const frame = by === 'site' ? siteFrame : (tree.frame[own[k] as Node] as Frame);
    net[frame] = (net[frame] as number) + delta;
  }
  const order = (sign: 1 | -1): Frame[] => {
    const some: Frame[] = [];
    for (let frame = firstFrame; frame < net.length; frame++) {
      if (sign * (net[frame] as number) > 0) some.push(frame);
    }
    return some.sort((a, b) => sign * ((net[b] as number) - (net[a] as number)) || byName(frames, a, b));
  };
  return {
    net,
    grown: order(1),
    shrunk: order(-1),
    growth: positive(bySite),
    nameless: bySite[rootFrame] as number,
    namelessName: frames.name[namelessFrame] ?? '',
  };
}

/** A site with this share of the growth is where the growth is; its package would say no more. */
const most = 0.5;
/** So much more of the growth has to be in the rest of the package. */
const muchMore = 0.1;

/**
 * The share of the growth that all sites of a site's package have together, where that is most of it and the site alone
 * has less; null elsewhere. A program's own `main` says nothing of where in it. Ends as soon as most of the growth is elsewhere.
 */
export function packageShare({ lines, merged }: Look, sums: NetSums, site: Frame): number | null {
  const { net, grown, growth } = sums;
  const alone = net[site] as number;
  const name = packageOfFrame(lines, merged.frames, site);
  if (alone >= most * growth || name === 'main') return null;
  let inside = 0;
  let outside = 0;
  for (const frame of grown) {
    const value = net[frame] as number;
    if (packageOfFrame(lines, merged.frames, frame) === name) inside += value;
    else outside += value;
    if (outside > most * growth) return null;
  }
  return inside >= most * growth && inside - alone >= muchMore * growth ? inside / growth : null;
}
