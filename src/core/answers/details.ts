import type { Bucket, Frame, Line, Node } from '../ids.ts';
import type { Evidence } from '../measures/noise.ts';
import { changeOf, PairSums } from '../measures/pairSums.ts';
import { ownRange, type Pair, pairOver, type Ranges, subtreeRange, sumOver } from '../measures/ranges.ts';
import type { Retained } from '../measures/retained.ts';
import { type Frames, rootFrame } from '../names/frames.ts';
import { placeOfLine, truncatedLine } from '../names/lineTable.ts';
import type { Place } from '../names/place.ts';
import { lineReader } from '../stacks/stacks.ts';
import { pathTo } from '../tree/callTree.ts';
import { stackTurner } from '../tree/turn.ts';
import type { DrawnTree } from './drawnTree.ts';
import { evidenceIn, objectsOver, retainedIn, type TreeLook } from './look.ts';

/** A source line with its own (flat) value, summed over the stacks that the reply is about. */
export interface LineValue extends Place {
  readonly value: Pair;
}

/** Everything about one selected node. */
export interface NodeDetails {
  readonly flat: Pair;
  readonly cum: Pair;
  readonly increase: number;
  readonly decrease: number;
  readonly objects: { readonly flat: Pair; readonly cum: Pair } | null;
  /** Increase ÷ the whole diff's increase; 0 when nothing grew. */
  readonly share: number;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
  /** Lines of the node's own function through which its stacks pass, by |delta| descending. */
  readonly lines: readonly LineValue[];
}

/** Everything about one node of the tree. */
export function detailsOf(look: TreeLook, node: Node): NodeDetails {
  const { tree } = look.merged;
  const { measure } = look;
  const own = ownRange(tree, node);
  const subtree = subtreeRange(tree, node);
  const cum = pairOver(measure, subtree);
  const increase = sumOver(measure.increase, subtree);
  const total = measure.increase.at(-1) ?? 0;
  const flatObjects = objectsOver(look, own);
  const cumObjects = objectsOver(look, subtree);
  return {
    flat: pairOver(measure, own),
    cum,
    increase,
    decrease: increase - (cum.current - cum.base),
    objects: flatObjects && cumObjects && { flat: flatObjects, cum: cumObjects },
    share: total === 0 ? 0 : increase / total,
    retained: retainedIn(look, subtree),
    evidence: evidenceIn(look, subtree),
    lines: linesAt(look, pathTo(tree, node).length, subtree),
  };
}

/** Source lines of the frame at a depth (1 is the outermost) over the stacks in the ranges, by |delta| descending. */
function linesAt(look: TreeLook, depth: number, ranges: Ranges): LineValue[] {
  const { measure, lines } = look;
  const { order } = look.merged.tree;
  if (depth === 0) return [];
  const values = new PairSums<Line>();
  const lineOf = lineAtDepth(look, depth);
  for (const [from, to] of ranges) {
    for (let k = from; k < to; k++) {
      const base = (measure.base[k + 1] as number) - (measure.base[k] as number);
      const current = (measure.current[k + 1] as number) - (measure.current[k] as number);
      if (base === 0 && current === 0) continue;
      values.add(lineOf(order[k] as Bucket), base, current);
    }
  }
  return [...values.byKey]
    .map(([line, value]) => ({ ...placeOfLine(lines, line), value }))
    .sort((a, b) => changeOf(b.value) - changeOf(a.value) || a.line - b.line);
}

/** Reads from a bucket's stack the line of the frame at a depth; of frames that count as one, the innermost. */
function lineAtDepth(look: TreeLook, depth: number): (bucket: Bucket) => Line {
  const { stacks, buckets, frames, turned } = look.merged;
  const read = lineReader(stacks, buckets);
  if (turned !== null) {
    const turn = stackTurner(turned.turn, frames);
    return bucket => {
      const { stack, lines } = framesAndLines(read(bucket), frames);
      const turnedStack = turn(stack);
      if (turnedStack === undefined || depth > turnedStack.length) return truncatedLine;
      return lines[turnedStack.at[depth - 1] as number] as Line;
    };
  }
  return bucket => {
    let at = 0;
    let previous = rootFrame;
    let found = truncatedLine;
    for (const line of read(bucket)) {
      const frame = frames.ofLine[line] as Frame;
      if (!frames.collapsed || frame !== previous) at += 1;
      if (at > depth) break;
      previous = frame;
      found = line;
    }
    return found;
  };
}

/** The frames of a stack, and the line of each; of frames that count as one, the innermost. */
function framesAndLines(
  all: readonly Line[],
  { ofLine, collapsed }: Frames,
): { readonly stack: readonly Frame[]; readonly lines: readonly Line[] } {
  const stack: Frame[] = [];
  const lines: Line[] = [];
  for (const line of all) {
    const frame = ofLine[line] as Frame;
    if (collapsed && frame === stack.at(-1)) lines.pop();
    else stack.push(frame);
    lines.push(line);
  }
  return { stack, lines };
}

/** Details of a drawn node that stands for several: their sums. */
export function elidedDetails({ measure }: TreeLook, { columns }: DrawnTree, node: number): NodeDetails {
  const at = columns.selfNode.indexOf(node);
  const sum = { base: columns.selfBase[at] ?? 0, current: columns.selfCurrent[at] ?? 0 };
  const increase = columns.selfIncrease[at] ?? 0;
  const total = measure.increase.at(-1) ?? 0;
  return {
    flat: { base: 0, current: 0 },
    cum: sum,
    increase,
    decrease: increase - (sum.current - sum.base),
    objects: null,
    share: total === 0 ? 0 : increase / total,
    retained: null,
    evidence: null,
    lines: [],
  };
}
