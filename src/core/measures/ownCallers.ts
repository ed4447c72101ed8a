import type { Bucket, Frame, Line, Node } from '../ids.ts';
import { truncatedLine } from '../names/lineTable.ts';
import { rootNode } from '../tree/callTree.ts';
import type { MergedTree } from '../tree/mergedTree.ts';
import { innermostLine } from './changedLine.ts';

/**
 * The lines of the reader's own functions that some functions are called from, whoever stands between, those on most stacks first.
 * `isOwn` and `isCalled` have one entry a frame. Linear in the nodes and in the stacks below such a call.
 */
export function ownCallers(
  { tree, frames }: Pick<MergedTree, 'tree' | 'frames'>,
  isOwn: Uint8Array,
  isCalled: Uint8Array,
  linesOf: (bucket: Bucket) => readonly Line[],
): Line[] {
  const { frame, next, start, order, count } = tree;
  const stacks = new Map<Line, number>();
  /** By depth: where the node ends, and the innermost own frame down to it. */
  const stops: Node[] = [];
  const owns: (Frame | null)[] = [];
  for (let node = rootNode; node < count; ) {
    while (stops.length > 0 && node >= (stops.at(-1) as Node)) {
      stops.pop();
      owns.pop();
    }
    const at = frame[node] as Frame;
    const caller = owns.at(-1) ?? null;
    if (isCalled[at] === 1 && caller !== null) {
      const end = next[node] as Node;
      for (let k = start[node] as number; k < (start[end] as number); k++) {
        const line = innermostLine(linesOf(order[k] as Bucket), frames, caller);
        if (line !== truncatedLine) stacks.set(line, (stacks.get(line) ?? 0) + 1);
      }
      node = end;
      continue;
    }
    stops.push(next[node] as Node);
    owns.push(isOwn[at] === 1 ? at : caller);
    node = (node + 1) as Node;
  }
  return [...stacks].sort(([a, one], [b, other]) => other - one || a - b).map(([line]) => line);
}
