import { flatOf } from '../measures/measure.ts';
import type { Evidence } from '../measures/noise.ts';
import { ownRangesOf, type Pair, pairOver, type Ranges } from '../measures/ranges.ts';
import type { Retained } from '../measures/retained.ts';
import { byName } from '../measures/table.ts';
import { firstFrame } from '../names/frames.ts';
import { placeOfLine, truncatedLine } from '../names/lineTable.ts';
import type { Place } from '../names/place.ts';
import { lineReader } from '../stacks/stacks.ts';
import { evidenceIn, type Look, objectsOver, retainedIn } from './look.ts';

/** An allocation site: a function, and the line of it that grew most. */
export interface Site extends Place {
  /** The function's flat value. */
  readonly flat: Pair;
  /** The line's part of it. */
  readonly lineFlat: Pair;
  /** The function's flat increase ÷ the whole diff's increase, 0 … 1. */
  readonly share: number;
  /** Live objects of the function, null when the profiles do not count them. */
  readonly objects: Pair | null;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
}

/** How many of the largest increases are looked at closely for suspects. */
const mostCandidates = 200;

/** The function with the largest flat increase, null when nothing grew. The look is at functions. */
export function topSite(look: Look): Site | null {
  return sitesOf(look, grownFrames(look).slice(0, 1))[0]?.site ?? null;
}

/**
 * Allocation sites as probable leaks, most suspect first: by increase × retained share (a share past 1 counts as 1;
 * where it is unknown the increase alone), without those whose growth lies within two standard errors of sampling
 * noise. The look is at functions.
 */
export function suspects(look: Look, limit: number): Site[] {
  return sitesOf(look, grownFrames(look).slice(0, mostCandidates))
    .filter(({ site, increase }) => increase > 2 * (site.evidence?.standardError ?? 0))
    .map(({ site, increase }) => ({
      site,
      score: increase * Math.min(1, Math.max(0, site.retained?.share ?? 1)),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ site }) => site);
}

interface GrownFrame {
  readonly frame: number;
  readonly increase: number;
}

/** Frames with a flat increase, largest first. */
function grownFrames({ merged: { tree, frames }, measure }: Look): GrownFrame[] {
  const sums = new Float64Array(frames.count);
  for (let node = 0; node < tree.count; node++) {
    const frame = tree.frame[node] as number;
    sums[frame] = (sums[frame] as number) + flatOf(tree, measure.increase, node);
  }
  const grown: GrownFrame[] = [];
  sums.forEach((increase, frame) => {
    if (increase > 0 && frame >= firstFrame) grown.push({ frame, increase });
  });
  return grown.sort((a, b) => b.increase - a.increase || byName(frames, a.frame, b.frame));
}

function sitesOf(look: Look, grown: readonly GrownFrame[]): { site: Site; increase: number }[] {
  const { merged, lines, measure } = look;
  const { tree } = merged;
  const total = measure.increase.at(-1) ?? 0;
  const rangesOf = ownRangesOf(
    tree,
    grown.map(({ frame }) => frame),
  );
  const linesOf = lineReader(merged.stacks);
  return grown.map(({ frame, increase }) => {
    const ranges = rangesOf.get(frame) ?? [];
    const { line, value } = mostGrownLine(look, linesOf, ranges);
    const site: Site = {
      ...placeOfLine(lines, line),
      flat: pairOver(measure, ranges),
      lineFlat: value,
      share: total === 0 ? 0 : increase / total,
      objects: objectsOver(look, ranges),
      retained: retainedIn(look, ranges),
      evidence: evidenceIn(look, ranges),
    };
    return { site, increase };
  });
}

/** The leaf line (of the line table) with the largest delta; of equal ones the first in the file. */
function mostGrownLine(
  { merged, lines, measure }: Look,
  linesOf: (entry: number) => readonly number[],
  ranges: Ranges,
): { line: number; value: Pair } {
  const { order } = merged.tree;
  const values = new Map<number, { base: number; current: number }>();
  for (const [from, to] of ranges) {
    for (let k = from; k < to; k++) {
      const base = (measure.base[k + 1] as number) - (measure.base[k] as number);
      const current = (measure.current[k + 1] as number) - (measure.current[k] as number);
      if (base === 0 && current === 0) continue;
      const line = linesOf(order[k] as number).at(-1) ?? truncatedLine;
      let value = values.get(line);
      if (value === undefined) {
        value = { base: 0, current: 0 };
        values.set(line, value);
      }
      value.base += base;
      value.current += current;
    }
  }
  let best = { line: 0, value: { base: 0, current: 0 } as Pair };
  let most = Number.NEGATIVE_INFINITY;
  for (const [line, value] of values) {
    const delta = value.current - value.base;
    const earlier = delta === most && (lines.line[line] as number) < (lines.line[best.line] as number);
    if (delta > most || earlier) {
      most = delta;
      best = { line, value };
    }
  }
  return best;
}
