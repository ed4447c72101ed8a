import type { Frame, IdColumn, Node } from '../ids.ts';
import { rootFrame } from '../names/frames.ts';
import { type CallTree, rootNode } from '../tree/callTree.ts';

/** Where a tree's growth is named. */
export interface SiteNodes {
  /** 1 for each frame that stacks are named after, and for each of those that is the reader's own. */
  readonly isSite: Uint8Array;
  readonly isOwn: Uint8Array;
  /** The nodes below the root that stacks end at, in preorder; beside each itself or a node above it, the root for none. */
  readonly end: IdColumn<Node>;
  /** The innermost that stacks are named after. */
  readonly site: IdColumn<Node>;
  /** The innermost of the reader's own, from the site up. */
  readonly own: IdColumn<Node>;
}

/** `skipped` and `owned` have one entry a frame. Linear in the nodes. */
export function siteNodes(tree: CallTree, skipped: Uint8Array, owned: Uint8Array): SiteNodes {
  const { frame, next, start, order, count } = tree;
  const isSite = skipped.map(skip => 1 - skip);
  isSite[rootFrame] = 0;
  const isOwn = owned.map((own, of) => own & (isSite[of] as number));
  const end = new Uint32Array(order.length) as IdColumn<Node>;
  const site = new Uint32Array(order.length) as IdColumn<Node>;
  const own = new Uint32Array(order.length) as IdColumn<Node>;
  let filled = 0;
  /** By depth of the nodes from the root down: where each ends, and its innermost two. */
  const stops: Node[] = [];
  const sites: Node[] = [];
  const owns: Node[] = [];
  let depth = 0;
  for (let node = rootNode; node < count; ) {
    while (depth > 0 && node >= (stops[depth - 1] as Node)) depth -= 1;
    let innermost = depth > 0 ? (sites[depth - 1] as Node) : rootNode;
    let innermostOwn = depth > 0 ? (owns[depth - 1] as Node) : rootNode;
    const stop = next[node] as Node;
    // All stacks under it end at one node: mostly what they are named after is near that.
    const isChain = start[stop - 1] === start[node];
    const last = isChain ? ((stop - 1) as Node) : node;
    let at = last;
    while (at >= node && isSite[frame[at] as Frame] === 0) at--;
    if (at >= node) {
      innermost = at;
      while (at >= node && isOwn[frame[at] as Frame] === 0) at--;
      if (at >= node) innermostOwn = at;
    }
    if (last !== rootNode && start[last] !== start[last + 1]) {
      end[filled] = last;
      site[filled] = innermost;
      own[filled] = innermostOwn;
      filled += 1;
    }
    if (!isChain) {
      stops[depth] = stop;
      sites[depth] = innermost;
      owns[depth] = innermostOwn;
      depth += 1;
    }
    node = (last + 1) as Node;
  }
  const upTo = (column: IdColumn<Node>): IdColumn<Node> => column.subarray(0, filled) as IdColumn<Node>;
  return { isSite, isOwn, end: upTo(end), site: upTo(site), own: upTo(own) };
}
