import { knownStack } from '../evidence/knownStacks.ts';
import { type StackHint, stackHint } from '../evidence/stackHint.ts';
import type { Bucket, Frame, Line, Node } from '../ids.ts';
import { mostChangedLine } from '../measures/changedLine.ts';
import { flatOf } from '../measures/measure.ts';
import { type Evidence, isNoise } from '../measures/noise.ts';
import { ownCallers } from '../measures/ownCallers.ts';
import { type Pair, pairOver, type Ranges } from '../measures/ranges.ts';
import type { Retained } from '../measures/retained.ts';
import { toldShare } from '../measures/retainedText.ts';
import { firstFrame } from '../names/frames.ts';
import { placeOfLine } from '../names/lineTable.ts';
import type { Place } from '../names/place.ts';
import { isAllocated } from '../pair/sharedTypes.ts';
import { lineReader } from '../stacks/stacks.ts';
import { pathTo, rootNode } from '../tree/callTree.ts';
import { evidenceIn, kindIn, type Look, objectsOver, retainedIn } from './look.ts';
import { netByFrame, packageShare } from './siteSums.ts';
import type { SitesBy } from './sitesBy.ts';

/**
 * An allocation site: a function and the line of it that grew most, allocators left out. Or, by own code, a function of
 * the reader's own and the line that calls what allocates.
 */
export interface Site extends Place {
  /**
   * The innermost of the reader's own functions on its stacks, of several the one with most of the growth; null where
   * the site is its own, or none is known.
   */
  readonly own: Place | null;
  /** By own code: where most of its growth is allocated, null where that is in the function itself. */
  readonly via: Place | null;
  /** What ends there. */
  readonly flat: Pair;
  /** Current − base of that: what decides whether it grew. */
  readonly net: number;
  /** `net` ÷ the sum of the net growths of all allocation sites; 0 when it did not grow. */
  readonly share: number;
  /** Its live objects, null when the profiles do not count them. */
  readonly objects: Pair | null;
  readonly retained: Retained | null;
  readonly evidence: Evidence | null;
  /** What the stack with most of its growth tells by itself; null where that is nothing, and where the site did not grow. */
  readonly hint: StackHint | null;
  /** Where that is connections, and nothing of the reader's own on the stack: own lines that ask for such, at most three. */
  readonly askers: readonly Place[];
}

/** What the sentence speaks of. */
export interface LeadingSites {
  /** The site that grew most, beyond sampling noise; of one profile alone the largest. Null when none did. */
  readonly grown: Site | null;
  /** Whether none grew more within noise either. */
  readonly isLargest: boolean;
  /** What its whole package has of the growth, where that tells more; see `packageShare`. */
  readonly inPackage: number | null;
  /** Where none grew, the site that shrank most, beyond noise. */
  readonly shrunk: Site | null;
  /** Sum of the net growths of all sites. */
  readonly growth: number;
  /** Net growth of stacks in which there is nothing but allocators, and one of their functions' names. */
  readonly nameless: { readonly net: number; readonly name: string } | null;
}

/** How many of those that grew most are looked at closely. */
const mostCandidates = 200;
const mostAskers = 3;

/** The sites that the sentence names. The look is at functions. */
export function leadingSites(look: Look): LeadingSites {
  const sums = netByFrame(look, 'site');
  const alone = look.comparison.kind === 'alone';
  const pick = (frames: readonly Frame[]): { readonly site: Site; readonly frame: Frame } | null => {
    // Mostly the first is the one.
    for (const some of [frames.slice(0, 1), frames.slice(1, mostCandidates)]) {
      const found = candidatesOf(look, 'site', some).find(
        ({ net, evidence }) => alone || !isNoise(net, evidence),
      );
      const [site] = found === undefined ? [] : sitesOf(look, 'site', [found], sums.growth);
      if (found !== undefined && site !== undefined) return { site, frame: found.frame };
    }
    return null;
  };
  const nameless = sums.nameless > 0 ? { net: sums.nameless, name: sums.namelessName } : null;
  const grown = pick(sums.grown);
  return {
    grown: grown?.site ?? null,
    isLargest: grown?.frame === sums.grown[0],
    inPackage: grown === null || alone ? null : packageShare(look, sums, grown.frame),
    shrunk: grown === null ? (pick(sums.shrunk)?.site ?? null) : null,
    growth: sums.growth,
    nameless,
  };
}

/**
 * Sites as probable leaks, most suspect first: by net growth × retained share (a share past 1 counts as 1; where it is
 * unknown the growth alone), without those whose growth is within sampling noise. The look is at functions.
 */
export function suspects(look: Look, by: SitesBy, limit: number): Site[] {
  const { grown, growth } = netByFrame(look, by);
  const ranked = candidatesOf(look, by, grown.slice(0, mostCandidates))
    .filter(({ net, evidence }) => !isNoise(net, evidence))
    .map(site => ({ site, score: site.net * toldShare(site.retained ?? { share: 1 }) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ site }) => site);
  return sitesOf(look, by, ranked, growth);
}

/** Allocation sites that grew, however little, the largest growth first. The look is at functions. */
export function grownMost(look: Look, limit: number): Site[] {
  const { grown, growth } = netByFrame(look, 'site');
  return sitesOf(look, 'site', candidatesOf(look, 'site', grown.slice(0, limit)), growth);
}

/** Buckets of one frame's, and of each frame beside it on their stacks, with their sum. */
interface Stacks {
  readonly ranges: [from: number, to: number][];
  /** Where the stack ends that grew most, and by how much. */
  top: Node;
  most: number;
  readonly beside: Map<Frame, { readonly ranges: [from: number, to: number][]; net: number }>;
}

/** What decides whether a frame is named, without its lines, for which single stacks have to be read. */
interface Candidate extends Pick<Site, 'flat' | 'net' | 'retained' | 'evidence'> {
  readonly frame: Frame;
  readonly stacks: Stacks;
}

function candidatesOf(look: Look, by: SitesBy, chosen: readonly Frame[]): Candidate[] {
  if (chosen.length === 0) return [];
  return [...stacksOf(look, by, chosen)].map(([frame, stacks]) => {
    const flat = pairOver(look.measure, stacks.ranges);
    return {
      frame,
      stacks,
      flat,
      net: flat.current - flat.base,
      retained: retainedIn(look, stacks.ranges),
      evidence: evidenceIn(look, stacks.ranges),
    };
  });
}

function sitesOf(look: Look, by: SitesBy, candidates: readonly Candidate[], growth: number): Site[] {
  const linesOf = lineReader(look.merged.stacks, look.merged.buckets);
  const { isOwn } = look.siteNodes();
  // Of what was allocated, all may be gone.
  const unknownShare = isAllocated(look.type.type) ? 0 : null;
  const placeOf = (ranges: Ranges, frame: Frame): Place =>
    placeOfLine(look.lines, mostChangedLine(look.merged, look.lines, look.measure, linesOf, ranges, frame));
  return candidates.map(candidate => {
    const { frame, flat, net, retained, evidence } = candidate;
    const { ranges, beside, top, most } = candidate.stacks;
    const other = largest(beside, Math.sign(net), frame);
    const place = other && placeOf(other.ranges, other.frame);
    const stack = net > 0 && most > 0 ? namesTo(look, top) : [];
    const hint = stackHint(kindIn(look), stack, retained?.share ?? unknownShare);
    const hasOwn = place !== null || isOwn[frame] === 1;
    const asks = hint === null || hasOwn ? undefined : knownStack(stack)?.asks;
    return {
      ...placeOf(ranges, frame),
      own: by === 'site' ? place : null,
      via: by === 'own' ? place : null,
      flat,
      net,
      share: growth > 0 ? Math.max(0, net) / growth : 0,
      objects: objectsOver(look, ranges),
      retained,
      evidence,
      hint,
      askers: asks === undefined ? [] : askersIn(look, linesOf, asks),
    };
  });
}

/** The reader's own lines that call functions of a name. */
function askersIn(
  { merged, lines, siteNodes }: Look,
  linesOf: (bucket: Bucket) => readonly Line[],
  asks: RegExp,
): Place[] {
  const isCalled = Uint8Array.from(merged.frames.name, name => (asks.test(name) ? 1 : 0));
  return ownCallers(merged, siteNodes().isOwn, isCalled, linesOf)
    .slice(0, mostAskers)
    .map(line => placeOfLine(lines, line));
}

/** The functions on a stack, the allocating one first. */
function namesTo({ merged: { tree, frames } }: Look, end: Node): string[] {
  return pathTo(tree, end)
    .reverse()
    .map(node => frames.name[tree.frame[node] as Frame] ?? '');
}

/** The stacks of each chosen frame; beside a site stands its own code, beside own code the site. */
function stacksOf(look: Look, by: SitesBy, chosen: readonly Frame[]): ReadonlyMap<Frame, Stacks> {
  const { tree } = look.merged;
  const { end, site, own } = look.siteNodes();
  const found = new Map<Frame, Stacks>(
    chosen.map(frame => [frame, { ranges: [], top: rootNode, most: 0, beside: new Map() }]),
  );
  // Nearly all stacks are of frames that are not chosen.
  const isChosen = new Uint8Array(look.merged.frames.count);
  for (const frame of chosen) isChosen[frame] = 1;
  for (let k = 0; k < end.length; k++) {
    const node = end[k] as Node;
    if (site[k] === rootNode) continue;
    const siteFrame = tree.frame[site[k] as Node] as Frame;
    const ownFrame = tree.frame[own[k] as Node] as Frame;
    const frame = by === 'site' ? siteFrame : ownFrame;
    const stacks = isChosen[frame] === 1 ? found.get(frame) : undefined;
    if (stacks === undefined) continue;
    const range: [from: number, to: number] = [tree.start[node] as number, tree.start[node + 1] as number];
    stacks.ranges.push(range);
    const other = by === 'site' ? ownFrame : siteFrame;
    const net = flatOf(tree, look.measure.current, node) - flatOf(tree, look.measure.base, node);
    if (net > stacks.most) {
      stacks.top = node;
      stacks.most = net;
    }
    const beside = stacks.beside.get(other) ?? { ranges: [], net: 0 };
    beside.ranges.push(range);
    beside.net += net;
    stacks.beside.set(other, beside);
  }
  return found;
}

/** Of the frames beside one, that with most of its change; null where that is none or the frame itself. */
function largest(
  beside: Stacks['beside'],
  sign: number,
  frame: Frame,
): { readonly frame: Frame; readonly ranges: Ranges } | null {
  let best: { frame: Frame; ranges: Ranges } | null = null;
  let most = 0;
  for (const [other, { ranges, net }] of beside) {
    if (other < firstFrame || sign * net <= most) continue;
    most = sign * net;
    best = { frame: other, ranges };
  }
  return best?.frame === frame ? null : best;
}
