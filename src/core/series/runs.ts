import { areDifferentBuilds } from '../pair/programs.ts';
import { wentBack } from '../pair/sameProcess.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';

/** Captures `[from, to)` of one process. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** For each capture whether its process is another than that of the capture before: by its build, or by counters that went back. */
export function restarts(captures: readonly ReducedCapture[]): boolean[] {
  return captures.map((capture, i) => {
    const before = captures[i - 1];
    return before !== undefined && isOtherProcess(before, capture);
  });
}

function isOtherProcess(before: ReducedCapture, after: ReducedCapture): boolean {
  if (areDifferentBuilds(before.program, after.program)) return true;
  if (!before.countsAllocated || !after.countsAllocated) return false;
  let gone = 0;
  let earlier = 0;
  for (const [key, { allocated }] of before.sites) {
    earlier += allocated;
    gone += Math.max(0, allocated - (after.sites.get(key)?.allocated ?? 0));
  }
  return wentBack(gone, earlier);
}

/** The run that a verdict is on: the last, if four captures are of it, else the longest, of equals the last. */
export function judgedRun(restarted: readonly boolean[], fewest: number): Run {
  const starts = restarted.flatMap((isStart, i) => (isStart || i === 0 ? [i] : []));
  const runs = starts.map((from, i) => ({ from, to: starts[i + 1] ?? restarted.length }));
  const last = runs.at(-1) ?? { from: 0, to: 0 };
  if (last.to - last.from >= fewest) return last;
  return runs.reduce((best, run) => (run.to - run.from >= best.to - best.from ? run : best), last);
}
