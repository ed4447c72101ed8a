import type { Frame, IdColumn, Node } from '../ids.ts';
import { type CallTree, rootNode } from '../tree/callTree.ts';

/** For each node of a tree, itself or a node above it; 0, the root, for none. */
export interface SiteNodes {
  /** The innermost whose frame is not skipped: what ends at the node is named after it. */
  readonly site: IdColumn<Node>;
  /** The innermost of the reader's own, from the site up. */
  readonly own: IdColumn<Node>;
}

/** `skipped` and `isOwn` have one entry a frame. */
export function siteNodes(tree: CallTree, skipped: Uint8Array, isOwn: Uint8Array): SiteNodes {
  const { frame, next, count } = tree;
  const site = new Uint32Array(count) as IdColumn<Node>;
  const own = new Uint32Array(count) as IdColumn<Node>;
  /** Nodes from the root down, and where each ends. */
  const path: Node[] = [];
  const ends: Node[] = [];
  let depth = 0;
  for (let node = rootNode; node < count; node++) {
    while (depth > 0 && node >= (ends[depth - 1] as Node)) depth -= 1;
    const parent = depth > 0 ? (path[depth - 1] as Node) : rootNode;
    const of = frame[node] as Frame;
    const skip = node === rootNode || skipped[of] === 1;
    site[node] = skip ? (site[parent] as Node) : node;
    own[node] = !skip && isOwn[of] === 1 ? node : (own[parent] as Node);
    // Nothing is below a leaf.
    if (next[node] === node + 1) continue;
    path[depth] = node;
    ends[depth] = next[node] as Node;
    depth += 1;
  }
  return { site, own };
}
