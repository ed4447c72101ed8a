import type { Frame, IdColumn, Node } from '../ids.ts';
import type { Evidence } from '../measures/noise.ts';
import { changeOf, PairSums } from '../measures/pairSums.ts';
import { type Pair, pairOver, type Ranges } from '../measures/ranges.ts';
import type { Retained } from '../measures/retained.ts';
import { type Frames, firstFrame, placeOfFrame } from '../names/frames.ts';
import { truncatedLine } from '../names/lineTable.ts';
import { PairIds } from '../names/pairIds.ts';
import type { Place } from '../names/place.ts';
import { isAllocated } from '../pair/sharedTypes.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { pathTo } from '../tree/callTree.ts';
import { type GrownSite, grownSites, libraryFile, ownFile, unseenFile } from './grownSites.ts';
import { evidenceIn, kindIn, type Look, objectsOver, retainedIn } from './look.ts';
import type { Neighbour } from './neighbours.ts';
import { netGrowth } from './siteSums.ts';

/**
 * Growth as it is noted in source, of a line or of a function (`line` 0). `flat`: allocated there. `called`: allocated
 * in someone else's function, by a call from this line, which is the innermost of the reader's own files on those
 * stacks. No stack counts as both for one site, nor as `called` for two.
 */
export interface Growth extends Place {
  readonly kind: 'flat' | 'called';
  readonly value: Pair;
  /** Its net growth ÷ the sum of the net growths of all sites, 0 where it did not grow. */
  readonly share: number;
  readonly objects: Pair | null;
  readonly retained: Retained | null;
  /** It counts what was allocated, and how much of that stayed is not known: all of it may be gone. */
  readonly mayBeGone: boolean;
  readonly evidence: Evidence | null;
  /** Lines that call the function, at most three, by |delta| descending. */
  readonly callers: readonly Neighbour[];
  /** `called`: the functions that allocate, at most three, by |delta| descending, line 0. */
  readonly allocators: readonly Neighbour[];
  /** Its largest stack, the allocating frame first; of the largest sites only, else empty. */
  readonly stack: readonly Place[];
}

/** Growth, and what its values are of. */
export interface Grown {
  readonly growth: Growth;
  readonly kind: ValueKind;
}

/** What changed beyond sampling noise, by |delta| descending. */
export interface SourceGrowth {
  /** What the values are of. */
  readonly kind: ValueKind;
  readonly unit: string;
  readonly lines: readonly Growth[];
  readonly functions: readonly Growth[];
}

/** More than a reader ever sees; bounds the message. */
const mostRows = 2_000;
const mostNamed = 3;
/** Sites whose stack is told, and how much of it. */
const mostStacks = 50;
const deepest = 100;

/**
 * What changed beyond sampling noise in these files (of the profiles), line by line and function by function. The look
 * is at lines.
 */
export function growthOf(look: Look, own: readonly string[], libraries: readonly string[]): SourceGrowth {
  const { frames } = look.merged;
  const roles = new Map<string, number>([
    ...libraries.map(file => [file, libraryFile] as const),
    ...own.map(file => [file, ownFile] as const),
  ]);
  const role = Uint8Array.from(frames.file, file =>
    file === '' ? unseenFile : (roles.get(file) ?? unseenFile),
  );
  const ofItself = Uint32Array.from(frames.file, (_, frame) => frame) as IdColumn<Frame>;
  const ofFunction = firstFrames(look);
  const callersOf = (each: GrownSite): Neighbour[] => largest(each.callers.byKey, frames);
  const allocatorsOf = (each: GrownSite): Neighbour[] =>
    largest(together(each.allocators.byKey, ofFunction), frames).map(one => ({ ...one, line: 0 }));
  const total = netGrowth(look, ofFunction);

  const retainedOf = (ranges: Ranges): Pick<Growth, 'retained' | 'mayBeGone'> => {
    const retained = retainedIn(look, ranges);
    return { retained, mayBeGone: retained === null && isAllocated(look.type.type) };
  };
  const rows = (siteOf: IdColumn<Frame>, isFunction: boolean): Growth[] =>
    grownSites(look, role, siteOf)
      .map(each => ({ each, value: pairOver(look.measure, each.ranges) }))
      .sort((a, b) => changeOf(b.value) - changeOf(a.value) || a.each.site - b.each.site)
      .slice(0, mostRows)
      .map(({ each, value }, rank) => ({
        kind: each.kind,
        ...placeOfFrame(frames, each.site),
        ...(isFunction && { line: 0 }),
        value,
        share: total > 0 ? Math.max(0, value.current - value.base) / total : 0,
        objects: objectsOver(look, each.ranges),
        ...retainedOf(each.ranges),
        evidence: evidenceIn(look, each.ranges),
        callers: callersOf(each),
        allocators: allocatorsOf(each),
        stack: rank < mostStacks ? stackTo(look, each.top) : [],
      }));
  return {
    kind: kindIn(look),
    unit: look.type.unit,
    lines: rows(ofItself, false),
    functions: rows(ofFunction, true),
  };
}

/** The frames from a node up, the nearest ones. */
function stackTo({ merged: { tree, frames } }: Look, node: Node): Place[] {
  return pathTo(tree, node)
    .slice(-deepest)
    .reverse()
    .map(at => tree.frame[at] as Frame)
    .filter(frame => frame >= firstFrame)
    .map(frame => placeOfFrame(frames, frame));
}

/** The first frame of each frame's function. */
function firstFrames({ merged: { frames }, lines }: Look): IdColumn<Frame> {
  const functions = new PairIds();
  const first: Frame[] = [];
  const of = new Uint32Array(frames.count) as IdColumn<Frame>;
  for (let line = truncatedLine; line < lines.count; line++) {
    const frame = frames.ofLine[line] as Frame;
    const id = functions.idOf(lines.name[line] as number, lines.file[line] as number);
    first[id] ??= frame;
    of[frame] = first[id];
  }
  return of;
}

/** The values of frames that `of` makes the same, together. */
function together(values: ReadonlyMap<Frame, Pair>, of: IdColumn<Frame>): ReadonlyMap<Frame, Pair> {
  const sums = new PairSums<Frame>();
  for (const [frame, { base, current }] of values) sums.add(of[frame] as Frame, base, current);
  return sums.byKey;
}

/** The largest of the frames' values. */
function largest(values: ReadonlyMap<Frame, Pair>, frames: Frames): Neighbour[] {
  return [...values]
    .filter(([, value]) => changeOf(value) > 0)
    .sort(([a, one], [b, other]) => changeOf(other) - changeOf(one) || a - b)
    .slice(0, mostNamed)
    .map(([frame, value]) => ({ ...placeOfFrame(frames, frame), value }));
}
