import type { Bucket, Frame, Line } from '../ids.ts';
import type { Frames } from '../names/frames.ts';
import { type LineTable, truncatedLine } from '../names/lineTable.ts';
import type { MergedTree } from '../tree/mergedTree.ts';
import type { Measure } from './measure.ts';
import type { Ranges } from './ranges.ts';

/**
 * The line (of the line table) of a function, the innermost on each stack, with the largest change in the direction of
 * the whole; of equal ones the first in the file.
 */
export function mostChangedLine(
  { tree, frames }: Pick<MergedTree, 'tree' | 'frames'>,
  lines: LineTable,
  measure: Measure,
  linesOf: (bucket: Bucket) => readonly Line[],
  ranges: Ranges,
  frame: Frame,
): Line {
  const nets = new Map<Line, number>();
  let whole = 0;
  for (const [from, to] of ranges) {
    for (let k = from; k < to; k++) {
      const base = (measure.base[k + 1] as number) - (measure.base[k] as number);
      const current = (measure.current[k + 1] as number) - (measure.current[k] as number);
      if (base === 0 && current === 0) continue;
      const line = innermostLine(linesOf(tree.order[k] as Bucket), frames, frame);
      nets.set(line, (nets.get(line) ?? 0) + current - base);
      whole += current - base;
    }
  }
  const sign = whole < 0 ? -1 : 1;
  let best = truncatedLine;
  let most = Number.NEGATIVE_INFINITY;
  for (const [line, net] of nets) {
    const earlier = sign * net === most && (lines.line[line] as number) < (lines.line[best] as number);
    if (sign * net > most || earlier) {
      most = sign * net;
      best = line;
    }
  }
  return best;
}

/** The last line that is of a frame, `truncatedLine` for none. */
export function innermostLine(stack: readonly Line[], { ofLine }: Frames, frame: Frame): Line {
  for (let i = stack.length - 1; i >= 0; i--) {
    const line = stack[i] as Line;
    if (ofLine[line] === frame) return line;
  }
  return truncatedLine;
}
