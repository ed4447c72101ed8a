import type { Entry, Frame, Line, Location, Stack } from '../ids.ts';
import { mostOwn } from '../known/fingerprint.ts';
import { type Frames, firstFrame } from '../names/frames.ts';
import { firstProfileLine, type LineTable, type LocationLines, truncatedLine } from '../names/lineTable.ts';
import { barePlace, type Place } from '../names/place.ts';
import type { SampleColumns } from '../profile.ts';
import type { StackSet } from '../stacks/stackSet.ts';
import { type FunctionStacks, samplesOf } from './functionStacks.ts';
import type { SeriesFunction } from './seriesNames.ts';

/** What a series keeps of an allocation site in one capture. */
export interface SiteValue {
  readonly name: string;
  readonly file: string;
  /** The line with most of the value; 0 when unknown. */
  readonly line: number;
  readonly value: number;
  /** Of the value, as sampling makes it, in the unit squared; 0 where it is not known. */
  readonly variance: number;
  /** All that was ever allocated there, which only grows in one process; 0 where profiles do not say. */
  readonly allocated: number;
  /** Stable names of the nearest own functions above it on its largest stack. */
  readonly own: readonly string[];
  /** The nearest of these, with the line that calls; null where the site is the reader's own itself, or none leads there. */
  readonly calledFrom: Place | null;
}

/** Sites by what is the same of them in every capture, `siteKey`. */
export type SiteValues = ReadonlyMap<string, SiteValue>;

/** What a profile's sites are summed up from. */
export interface Summed {
  readonly lines: LineTable;
  readonly frames: Frames;
  readonly samples: SampleColumns;
  readonly locations: LocationLines;
  readonly stacks: FunctionStacks;
  /** One entry a sample. */
  readonly values: Float64Array;
  readonly allocated: Float64Array | undefined;
  /** Of the values: running sums along the tree of the stacks. */
  readonly variance: Float64Array | undefined;
  /** One entry a frame that comes from the profile, the first of them first. */
  readonly functions: readonly SeriesFunction[];
  /** 1 for each frame of the reader's own code. */
  readonly own: Uint8Array;
}

/** Sums by site, without what ends in nothing but skipped frames (1 for each). Linear in stacks, samples and lines. */
export function sitesOf(of: Summed, skipped: Uint8Array): SiteValues {
  const { frames, lines, values, allocated, variance, stacks } = of;
  const { distinct, tree } = stacks;
  const sums = {
    value: new Float64Array(frames.count),
    allocated: new Float64Array(frames.count),
    variance: new Float64Array(frames.count),
  };
  const byLine = new Float64Array(lines.count);
  /** Of each site: its largest stack + 1, 0 for what is no site; and the value of that. */
  const largest = new Uint32Array(frames.count);
  const most = new Float64Array(frames.count);
  for (let stack = 0 as Stack; stack < distinct.count; stack++) {
    const at = siteAt(distinct, stack, skipped);
    if (at < 0) continue;
    const site = distinct.locations[at] as Frame;
    const [from, to] = samplesOf(tree, stack);
    let value = 0;
    for (let k = from; k < to; k++) {
      const sample = tree.order[k] as number as Entry;
      const one = values[sample] as number;
      if (allocated !== undefined) add(sums.allocated, site, allocated[sample] as number);
      if (one === 0) continue;
      value += one;
      add(byLine, innermostLine(of, sample, site), one);
    }
    add(sums.value, site, value);
    if (variance !== undefined)
      add(sums.variance, site, (variance[to] as number) - (variance[from] as number));
    if (largest[site] === 0 || value > (most[site] as number)) {
      largest[site] = stack + 1;
      most[site] = value;
    }
  }
  const lineOf = largestLines(byLine, lines, frames);
  const found = new Map<string, SiteValue>();
  for (let site = firstFrame; site < frames.count; site++) {
    if (largest[site] === 0) continue;
    const stack = ((largest[site] as number) - 1) as Stack;
    const above = ownAbove(of, stack, siteAt(distinct, stack, skipped));
    const { key, name, file } = of.functions[site - firstFrame] as SeriesFunction;
    found.set(key, {
      name,
      file,
      line: lineOf[site] as number,
      value: sums.value[site] as number,
      variance: sums.variance[site] as number,
      allocated: sums.allocated[site] as number,
      own: above.map(frame => (of.functions[frame - firstFrame] as SeriesFunction).stable.name),
      calledFrom: of.own[site] === 1 || above[0] === undefined ? null : callIn(of, stack, above[0]),
    });
  }
  return found;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

/** Where the innermost frame of a stack stands that is not skipped, −1 where all are. */
function siteAt({ start, locations }: StackSet<Frame>, stack: Stack, skipped: Uint8Array): number {
  const first = start[stack] as number;
  for (let at = (start[stack + 1] as number) - 1; at >= first; at--) {
    if (skipped[locations[at] as Frame] === 0) return at;
  }
  return -1;
}

/** The nearest own functions above the site on its stack. */
function ownAbove({ stacks, own }: Summed, stack: Stack, site: number): readonly Frame[] {
  const { start, locations } = stacks.distinct;
  const first = start[stack] as number;
  const above: Frame[] = [];
  for (let at = site - 1; at >= first && above.length < mostOwn; at--) {
    const frame = locations[at] as Frame;
    if (own[frame] === 1) above.push(frame);
  }
  return above;
}

/** Where a function on a stack calls what is below it. Each stack is that of a sample. */
function callIn(of: Summed, stack: Stack, caller: Frame): Place {
  const { tree } = of.stacks;
  const [first] = samplesOf(tree, stack);
  const { name, file } = of.functions[caller - firstFrame] as SeriesFunction;
  const line = innermostLine(of, tree.order[first] as number as Entry, caller);
  return barePlace({ name, file, line: of.lines.line[line] as number });
}

/** The innermost line of a function on the stack of a sample. Mostly the first that is looked at. */
function innermostLine({ samples, locations, frames }: Summed, sample: Entry, site: Frame): Line {
  const end = samples.stackStart[sample + 1] as number;
  for (let at = samples.stackStart[sample] as number; at < end; at++) {
    const location = samples.stack[at] as Location;
    // Lines of a location stand outermost first.
    for (
      let i = (locations.start[location + 1] as number) - 1;
      i >= (locations.start[location] as number);
      i--
    ) {
      const line = locations.line[i] as Line;
      if (frames.ofLine[line] === site) return line;
    }
  }
  return truncatedLine;
}

/** Of each function's lines that with most of the value, of equal ones the first in the file; 0 for none. */
function largestLines(
  values: Float64Array,
  { line, count }: LineTable,
  { ofLine, ...frames }: Frames,
): Float64Array {
  const best = new Float64Array(frames.count);
  const most = new Float64Array(frames.count);
  for (let i = firstProfileLine; i < count; i++) {
    const value = values[i] as number;
    if (value === 0) continue;
    const frame = ofLine[i] as Frame;
    const number = line[i] as number;
    if (value > (most[frame] as number) || (value === most[frame] && number < (best[frame] as number))) {
      most[frame] = value;
      best[frame] = number;
    }
  }
  return best;
}
