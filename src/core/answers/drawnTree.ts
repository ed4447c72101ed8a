import type { Frame, IdColumn, Node } from '../ids.ts';
import { drawLimit, sharesOf } from '../measures/drawLimit.ts';
import { cumOf, flatOf, type Measure } from '../measures/measure.ts';
import type { Noise } from '../measures/noise.ts';
import { byName } from '../measures/table.ts';
import { elidedFrame, type Frames } from '../names/frames.ts';
import { type CallTree, pathTo, rootNode } from '../tree/callTree.ts';

/**
 * The part of the merged call tree that is worth drawing, in preorder; node 0 is the root ("all") and its
 * frame is frame 0. Values are sparse: entry `k` says that node `selfNode[k]` has its own (flat) value; cum
 * values are sums over subtrees. Children stand in descending order of max(base, current).
 */
export interface TreeColumns {
  /** One entry a node. */
  readonly frame: Uint32Array;
  readonly depth: Uint16Array;
  /** One entry for each node with a value of its own, ascending. */
  readonly selfNode: Uint32Array;
  readonly selfBase: Float64Array;
  readonly selfCurrent: Float64Array;
  /** max(0, current − base) of an ordinary node; of an elided node the sum of that over what it stands for. */
  readonly selfIncrease: Float64Array;
  /** Variance that sampling gives the delta, in the unit squared; 0 where nothing is known of it. */
  readonly selfVariance: Float32Array;
  /** Nodes, ascending, that each stand for siblings too narrow to draw; how many nodes they stand for. */
  readonly elidedNode: Uint32Array;
  readonly elidedCount: Uint32Array;
}

/** The part of a call tree that is worth drawing. */
export interface DrawnTree {
  readonly columns: TreeColumns;
  /** Frames (of `Frames`) that the columns' frame numbers stand for. */
  readonly frames: readonly Frame[];
  /** Node of the call tree of each drawn node, −1 for those that stand for several. */
  readonly nodes: IdColumn<Node, Int32Array>;
}

/** In place of the node of the call tree, where a drawn one stands for several. */
const noNode = -1 as Node;
const mostNodes = 50_000;
/** The deepest level that `TreeColumns.depth` can hold. */
const deepest = 0xffff;

/**
 * Leaves out subtrees without a value, and puts those too narrow to see in every width mode into one elided node
 * for each parent. `root` is shown alone, as wide as possible: of its ancestors only the way to it, everything else
 * of theirs is elided. Stacks too deep to draw end in an elided node too. Children stand by max(base, current)
 * descending, then name; elided nodes last. Sums stay: what is elided is counted with it, increase included.
 */
export function drawnTree(
  tree: CallTree,
  measure: Measure,
  frames: Frames,
  root: Node,
  noise?: Noise,
): DrawnTree {
  const depth = pathTo(tree, root).length;
  // On the way to the root each node has what is left out beside it; at the deepest levels drawn, too, hence the second try.
  for (let most = mostNodes - 2 * depth; ; most /= 2) {
    const { share, levels } = drawLimit(tree, measure, root, most);
    const last = Math.min(depth + levels, deepest - 1);
    const drawn = draw(
      tree,
      measure,
      noise?.variance ?? new Float64Array(tree.order.length + 1),
      frames,
      root,
      share,
      last,
      most > 1 ? mostNodes : Number.POSITIVE_INFINITY,
    );
    if (drawn !== undefined) return drawn;
  }
}

/** Draws what passes a share of `root`, down to a level (of the whole tree). Undefined when it takes too many nodes. */
function draw(
  tree: CallTree,
  measure: Measure,
  variances: Float64Array,
  frames: Frames,
  root: Node,
  share: number,
  last: number,
  most: number,
): DrawnTree | undefined {
  const shareOf = sharesOf(tree, measure, root);
  const isEmpty = (node: Node): boolean =>
    cumOf(tree, measure.baseWidth, node) === 0 && cumOf(tree, measure.currentWidth, node) === 0;
  const columns = {
    frame: [] as number[],
    depth: [] as number[],
    selfNode: [] as number[],
    selfBase: [] as number[],
    selfCurrent: [] as number[],
    selfIncrease: [] as number[],
    selfVariance: [] as number[],
    elidedNode: [] as number[],
    elidedCount: [] as number[],
  };
  const nodes: Node[] = [];
  const listed: Frame[] = [];
  const numberOf = new Map<Frame, number>();

  const emit = (
    node: Node,
    frame: Frame,
    depth: number,
    base: number,
    current: number,
    increase: number,
    variance: number,
  ): void => {
    let number = numberOf.get(frame);
    if (number === undefined) {
      number = listed.push(frame) - 1;
      numberOf.set(frame, number);
    }
    columns.frame.push(number);
    columns.depth.push(depth);
    if (base !== 0 || current !== 0 || increase !== 0) {
      columns.selfNode.push(nodes.length);
      columns.selfBase.push(base);
      columns.selfCurrent.push(current);
      columns.selfIncrease.push(increase);
      columns.selfVariance.push(Math.max(0, variance));
    }
    nodes.push(node);
  };

  /** What waits: nodes, or an elided group with its sums. */
  interface Waiting {
    readonly node: Node;
    readonly depth: number;
    readonly elided: ElidedSums | undefined;
  }
  const waiting: Waiting[] = [{ node: rootNode, depth: 0, elided: undefined }];
  for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
    const { node, depth, elided } = top;
    if (elided !== undefined) {
      columns.elidedNode.push(nodes.length);
      columns.elidedCount.push(elided.count);
      emit(noNode, elidedFrame, depth, elided.base, elided.current, elided.increase, elided.variance);
      continue;
    }
    emit(
      node,
      tree.frame[node] as Frame,
      depth,
      flatOf(tree, measure.base, node),
      flatOf(tree, measure.current, node),
      flatOf(tree, measure.increase, node),
      flatOf(tree, variances, node),
    );
    if (nodes.length > most) return undefined;

    const shown: Node[] = [];
    const rest: ElidedSums = { count: 0, base: 0, current: 0, increase: 0, variance: 0 };
    const above = node < root;
    const end = tree.next[node] as Node;
    for (let child = (node + 1) as Node; child < end; child = tree.next[child] as Node) {
      if (isEmpty(child)) continue;
      const keep = above
        ? child <= root && root < (tree.next[child] as Node)
        : depth < last && shareOf(child) > share;
      if (keep) {
        shown.push(child);
      } else {
        rest.count += 1;
        rest.base += cumOf(tree, measure.base, child);
        rest.current += cumOf(tree, measure.current, child);
        rest.increase += cumOf(tree, measure.increase, child);
        rest.variance += cumOf(tree, variances, child);
      }
    }
    if (rest.count > 0) waiting.push({ node: noNode, depth: depth + 1, elided: rest });
    for (const child of inOrder(tree, measure, frames, shown).reverse()) {
      waiting.push({ node: child, depth: depth + 1, elided: undefined });
    }
  }
  return {
    columns: {
      frame: Uint32Array.from(columns.frame),
      depth: Uint16Array.from(columns.depth),
      selfNode: Uint32Array.from(columns.selfNode),
      selfBase: Float64Array.from(columns.selfBase),
      selfCurrent: Float64Array.from(columns.selfCurrent),
      selfIncrease: Float64Array.from(columns.selfIncrease),
      selfVariance: Float32Array.from(columns.selfVariance),
      elidedNode: Uint32Array.from(columns.elidedNode),
      elidedCount: Uint32Array.from(columns.elidedCount),
    },
    frames: listed,
    nodes: Int32Array.from(nodes) as IdColumn<Node, Int32Array>,
  };
}

interface ElidedSums {
  count: number;
  base: number;
  current: number;
  increase: number;
  variance: number;
}

function inOrder(tree: CallTree, measure: Measure, frames: Frames, children: Node[]): Node[] {
  const sizeOf = (node: Node): number =>
    Math.max(cumOf(tree, measure.base, node), cumOf(tree, measure.current, node));
  return children.sort(
    (a, b) => sizeOf(b) - sizeOf(a) || byName(frames, tree.frame[a] as Frame, tree.frame[b] as Frame),
  );
}
