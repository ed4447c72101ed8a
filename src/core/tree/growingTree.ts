import type { Bucket, IdColumn, Node } from '../ids.ts';
import type { CallTree } from './callTree.ts';
import { treeColumns, treeOf } from './treeColumns.ts';

/** A call tree that is made node by node, in preorder. */
export class GrowingTree<Of extends number> {
  readonly #columns: Pick<CallTree<Of>, 'frame' | 'next' | 'start' | 'order'>;
  /** From the root to the node that was opened last: their subtrees go on. */
  readonly #open: Node[] = [];
  #count = 0;
  #filled = 0;

  /** Room for so many nodes and buckets. */
  constructor(nodes: number, buckets: number) {
    this.#columns = treeColumns<Of>(nodes, buckets);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a node, whose subtree ends where `close` or `end` says. */
  add(frame: Of): Node {
    const node = this.#count++ as Node;
    this.#columns.frame[node] = frame;
    this.#columns.start[node] = this.#filled;
    return node;
  }

  /** Adds a node below the one that was opened last. */
  open(frame: Of): void {
    this.#open.push(this.add(frame));
  }

  /** Ends the subtrees of nodes that are open, but for so many. */
  close(depth: number): void {
    while (this.#open.length > depth) this.#columns.next[this.#open.pop() as Node] = this.#count as Node;
  }

  /** Ends the subtrees of nodes from one on. They are few: a loop is faster than `fill`. */
  end(first: number): void {
    const { next } = this.#columns;
    for (let node = first; node < this.#count; node++) next[node] = this.#count as Node;
  }

  /** Adds buckets `order[from ..< to]` to the last node. */
  fill(order: IdColumn<Bucket>, from: number, to: number): void {
    const own = this.#columns.order;
    for (let k = from; k < to; k++) own[this.#filled++] = order[k] as Bucket;
  }

  /** The tree, when all of it is closed. */
  done(): CallTree<Of> {
    return treeOf(this.#columns, this.#count as Node, this.#filled);
  }
}
