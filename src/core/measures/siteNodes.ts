import type { CallTree } from '../tree/callTree.ts';

/** For each node of a tree, itself or a node above it; 0, the root, for none. */
export interface SiteNodes {
  /** The innermost whose frame is not skipped: what ends at the node is named after it. */
  readonly site: Uint32Array;
  /** The innermost of the reader's own, from the site up. */
  readonly own: Uint32Array;
}

/** `skipped` and `isOwn` have one entry a frame. */
export function siteNodes(tree: CallTree, skipped: Uint8Array, isOwn: Uint8Array): SiteNodes {
  const { frame, next, count } = tree;
  const site = new Uint32Array(count);
  const own = new Uint32Array(count);
  /** Nodes from the root down. */
  const path: number[] = [];
  let depth = 0;
  for (let node = 0; node < count; node++) {
    while (depth > 0 && node >= (next[path[depth - 1] as number] as number)) depth -= 1;
    const parent = depth > 0 ? (path[depth - 1] as number) : 0;
    const of = frame[node] as number;
    const skip = node === 0 || skipped[of] === 1;
    site[node] = skip ? (site[parent] as number) : node;
    own[node] = !skip && isOwn[of] === 1 ? node : (own[parent] as number);
    path[depth] = node;
    depth += 1;
  }
  return { site, own };
}
