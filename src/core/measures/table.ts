import type { Frame, Node } from '../ids.ts';
import { type Frames, firstFrame } from '../names/frames.ts';
import { type CallTree, rootNode } from '../tree/callTree.ts';
import { cumOf, flatOf, type Measure } from './measure.ts';

/** Sums for every frame, indexed by frame. */
export interface FrameSums {
  readonly flatBase: Float64Array;
  readonly flatCurrent: Float64Array;
  readonly cumBase: Float64Array;
  readonly cumCurrent: Float64Array;
  /** Sum of the increase of the frame's nodes, each by its own (flat) delta. */
  readonly increase: Float64Array;
}

/** Flat where the frame is the leaf, cum once a stack even in recursion. */
export function sumFrames(tree: CallTree, measure: Measure, frameCount: number): FrameSums {
  const flatBase = new Float64Array(frameCount);
  const flatCurrent = new Float64Array(frameCount);
  const cumBase = new Float64Array(frameCount);
  const cumCurrent = new Float64Array(frameCount);
  const increase = new Float64Array(frameCount);
  /** First node after the outermost open node of each frame: a node before it is recursion. */
  const openUntil = new Uint32Array(frameCount);
  for (let node = rootNode; node < tree.count; node++) {
    const frame = tree.frame[node] as Frame;
    if (tree.start[node] !== tree.start[node + 1]) {
      add(flatBase, frame, flatOf(tree, measure.base, node));
      add(flatCurrent, frame, flatOf(tree, measure.current, node));
      add(increase, frame, flatOf(tree, measure.increase, node));
    }
    if (node < (openUntil[frame] as number)) continue;
    openUntil[frame] = tree.next[node] as Node;
    add(cumBase, frame, cumOf(tree, measure.base, node));
    add(cumCurrent, frame, cumOf(tree, measure.current, node));
  }
  return { flatBase, flatCurrent, cumBase, cumCurrent, increase };
}

function add(sums: Float64Array, at: Frame, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

/** Frames that are not all zero, by |flat delta| descending, then name, then file and line. */
export function tableOrder(frames: Frames, sums: FrameSums): Frame[] {
  const rows: Frame[] = [];
  for (let frame = firstFrame; frame < frames.count; frame++) {
    const some =
      sums.flatBase[frame] || sums.flatCurrent[frame] || sums.cumBase[frame] || sums.cumCurrent[frame];
    if (some) rows.push(frame);
  }
  const delta = (frame: Frame): number =>
    Math.abs((sums.flatCurrent[frame] as number) - (sums.flatBase[frame] as number));
  return rows.sort((a, b) => delta(b) - delta(a) || byName(frames, a, b));
}

/** Order of two frames by name, then file and line; by code units, the same on every machine. */
export function byName(frames: Frames, a: Frame, b: Frame): number {
  const names = textOrder(frames.name[a] ?? '', frames.name[b] ?? '');
  const files = names || textOrder(frames.file[a] ?? '', frames.file[b] ?? '');
  return files || (frames.line[a] as number) - (frames.line[b] as number);
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
