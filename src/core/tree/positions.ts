import { release } from '../formats/resized.ts';
import type { Frame, IdColumn, Node } from '../ids.ts';
import { KeyGrouper } from './keyGrouper.ts';

/**
 * Lines of nodes of one tree that are to become nodes of another, and wait for it. Those of one frame below the same node stand side by
 * side, as a group; the groups below a node one after the other, what is below them behind. Taken depth first.
 */
export class Positions {
  /** Where each position is found in the columns beside it. */
  readonly #slots: Uint32Array;
  readonly #frame: Uint32Array;
  readonly #node: IdColumn<Node>;
  readonly #line: Uint32Array;
  readonly #grouper: KeyGrouper;
  /** Of each group from, to, where its last sibling ends, depth; the next one on top. */
  readonly #waiting: number[] = [];
  #count = 0;
  /** The group that was taken last, and how deep it is. */
  from = 0;
  to = 0;
  depth = 0;

  /** For so many positions at the most, of frames below a number. */
  constructor(most: number, frames: number) {
    this.#slots = new Uint32Array(most);
    this.#frame = new Uint32Array(most);
    this.#node = new Uint32Array(most) as IdColumn<Node>;
    this.#line = new Uint32Array(most);
    this.#grouper = new KeyGrouper(most, frames);
  }

  get count(): number {
    return this.#count;
  }

  /** The frame of all in the group. */
  get frame(): Frame {
    return this.#frame[this.from] as Frame;
  }

  nodeAt(position: number): Node {
    return this.#node[this.#slots[position] as number] as Node;
  }

  lineAt(position: number): number {
    return this.#line[this.#slots[position] as number] as number;
  }

  add(node: Node, line: number, frame: Frame): void {
    const at = this.#count++;
    this.#slots[at] = at;
    this.#frame[at] = frame;
    this.#node[at] = node;
    this.#line[at] = line;
  }

  /** Has those from one on wait, which are all below one node; the first group is the next that is taken. */
  wait(first: number, depth: number): void {
    const stop = this.#count;
    const frame = this.#frame;
    if (stop - first > 1) this.#grouper.group(this.#slots, frame, first, stop);
    for (let to = stop; to > first; ) {
      let from = to - 1;
      while (from > first && frame[from - 1] === frame[from]) from -= 1;
      this.#waiting.push(from, to, stop, depth);
      to = from;
    }
  }

  /** Takes the next group, false where none waits. What is added from now on stands behind its siblings. */
  take(): boolean {
    if (this.#waiting.length === 0) return false;
    this.depth = this.#waiting.pop() as number;
    this.#count = this.#waiting.pop() as number;
    this.to = this.#waiting.pop() as number;
    this.from = this.#waiting.pop() as number;
    return true;
  }

  /** Gives the memory back. Nothing may be asked of it any more. */
  release(): void {
    release(this.#slots, this.#frame, this.#node, this.#line);
  }
}
