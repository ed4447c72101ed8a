import * as l10n from '@vscode/l10n';
import { evidenceIn, type Look, objectsOver } from '../answers/look.ts';
import { Looks } from '../answers/looks.ts';
import { ProfileError } from '../error.ts';
import type { Bucket, Entry, Frame, Line, Location, Node } from '../ids.ts';
import { ownOfSites } from '../known/fingerprint.ts';
import { skippedFrames } from '../measures/frameMarks.ts';
import { flatOf } from '../measures/measure.ts';
import { subtreeRange } from '../measures/ranges.ts';
import { type SiteNodes, siteNodes } from '../measures/siteNodes.ts';
import { functionsOf, type LineTable, truncatedLine } from '../names/lineTable.ts';
import { ownCode } from '../names/ownCode.ts';
import { stableName } from '../names/stableName.ts';
import { defaultType } from '../pair/defaultType.ts';
import { type Program, programOf } from '../pair/programs.ts';
import { indexOfType } from '../pair/sharedTypes.ts';
import type { Profile, SampleType } from '../profile.ts';
import { commonLeaves } from '../stacks/commonLeaves.ts';
import { noFilter } from '../stacks/filterFields.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';
import { rootNode } from '../tree/callTree.ts';

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
}

/** Sites by what is the same of them in every capture, `siteKey`. */
export type SiteValues = ReadonlyMap<string, SiteValue>;

/** What a series keeps of one profile. */
export interface ReducedCapture {
  readonly file: string;
  /** 0n where nothing says. */
  readonly timeNanos: bigint;
  readonly sampleType: SampleType;
  /** What it can be reduced by, the sample type among them. */
  readonly sampleTypes: readonly SampleType[];
  readonly total: number;
  /** Live objects, null when the profile does not count them. */
  readonly objects: number | null;
  readonly sites: SiteValues;
  /** The same, functions that every stack ends in left out as well; null where there are none. */
  readonly beyondCommon: SiteValues | null;
  /** About how many samples stand behind the total, null when it was not sampled by size. */
  readonly samples: number | null;
  /** The profile counts what was ever allocated. */
  readonly countsAllocated: boolean;
  /** Stacks were cut when they were taken, so that sites may hide behind one another. */
  readonly cut: boolean;
  readonly program: Program;
}

/** How a profile is reduced. */
export interface Reduction {
  /** A column by name; where it is missing, and without it, `inuse_space`, else what a diff begins with. */
  readonly sampleType?: string | undefined;
  /** Shared by all captures of a series. */
  readonly names?: SeriesNames;
}

/** Strings of all captures of a series: nearly all of them are in each. */
export class SeriesNames {
  readonly #known = new Map<string, string>();
  readonly #stable = new Map<string, string>();

  /** One string for all that are equal. */
  one(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }

  /** A function's name without what changes from build to build. */
  stable(name: string): string {
    let stable = this.#stable.get(name);
    if (stable === undefined) {
      stable = this.one(stableName(name));
      this.#stable.set(this.one(name), stable);
    }
    return stable;
  }

  /** `siteKey` of a function. */
  key(name: string, file: string): string {
    return this.one(keyOf(this.stable(name), file));
  }
}

/** Equal for one site in all captures: its function, named without what changes from build to build, and its file. */
export function siteKey(name: string, file: string): string {
  return keyOf(stableName(name), file);
}

function keyOf(stable: string, file: string): string {
  return `${stable}\n${file}`;
}

/**
 * One decoded profile as a series keeps it; the profile can be let go. `file` is the path or address it was given as.
 * Throws `ProfileError`: `wrongKind` for a difference, which holds nothing that was in use at one time.
 */
export function reduceCapture(
  profile: Profile,
  file: string,
  { sampleType, names = new SeriesNames() }: Reduction = {},
): ReducedCapture {
  const looks = new Looks([profile]);
  if (looks.comparison.kind !== 'alone') {
    throw new ProfileError(
      'wrongKind',
      l10n.t('is a difference of two captures: a series takes each as it was'),
    );
  }
  const { types } = looks.comparison;
  const column = types[indexOfType(types, sampleType ?? '')] ?? types[indexOfType(types, 'inuse_space')];
  const look = looks.at({
    sampleType: column?.type ?? defaultType(looks.comparison),
    granularity: 'functions',
    normalize: false,
    filter: noFilter,
  });
  const { tree, frames } = look.merged;
  const kind = looks.kindOf(look.type);
  const functions = functionsOf(look.lines);
  const common = commonLeaves([profile], look.lines, ownCode(functions));
  const named = siteNodes(tree, skippedFrames(frames, kind, new Uint8Array(look.lines.count)), noneOwn(look));
  const whole = subtreeRange(tree, rootNode);
  return {
    file,
    timeNanos: profile.timeNanos,
    sampleType: { type: look.type.type, unit: look.type.unit },
    sampleTypes: types
      .filter(each => each.type === look.type.type || !isSinceStart(each))
      .map(({ type, unit }) => ({ type, unit })),
    total: look.measure.current.at(-1) ?? 0,
    objects: objectsOver(look, whole)?.current ?? null,
    sites: sitesOf(look, named.site, names),
    beyondCommon: common.includes(1) ? sitesOf(look, look.siteNodes().site, names) : null,
    samples: evidenceIn(look, whole)?.samples ?? null,
    countsAllocated: indexOfType(types, 'alloc_space') >= 0,
    cut: truncatedSamples([profile]).some(samples => samples !== undefined),
    program: programOf(
      profile,
      functions.map(({ name, file: path }) => ({ name: names.stable(name), file: names.one(path) })),
    ),
  };
}

/** Sums since the program began, which only rise: they say nothing of a heap over time. */
function isSinceStart({ type }: SampleType): boolean {
  return /^alloc_/.test(type);
}

function noneOwn({ merged }: Look): Uint8Array {
  return new Uint8Array(merged.frames.count);
}

/** Sums by site, without what ends in nothing but allocators. */
function sitesOf(look: Look, site: SiteNodes['site'], names: SeriesNames): SiteValues {
  const { tree, frames } = look.merged;
  const allocated = look.other('alloc_space')?.current;
  const variance = look.noise()?.variance;
  const sums = new Map<Frame, Sum>();
  for (let node = 1 as Node; node < tree.count; node++) {
    const [from, to] = [tree.start[node] as number, tree.start[node + 1] as number];
    const at = site[node] as Node;
    if (from === to || at === rootNode) continue;
    const frame = tree.frame[at] as Frame;
    const sum = sums.get(frame) ?? { value: 0, variance: 0, allocated: 0, lines: new Map() };
    sums.set(frame, sum);
    sum.value += flatOf(tree, look.measure.current, node);
    if (variance !== undefined) sum.variance += flatOf(tree, variance, node);
    for (let k = from; k < to; k++) {
      const bucket = tree.order[k] as Bucket;
      if (allocated !== undefined) sum.allocated += allocated[bucket] as number;
      const value = (look.measure.current[k + 1] as number) - (look.measure.current[k] as number);
      if (value === 0) continue;
      const line = innermostLine(look, look.merged.buckets.first[bucket] as Entry, frame);
      sum.lines.set(line, (sum.lines.get(line) ?? 0) + value);
    }
  }
  const own = ownOfSites(look, site, name => names.stable(name));
  const found = new Map<string, SiteValue>();
  for (const [frame, { lines, ...sum }] of sums) {
    const name = names.one(frames.name[frame] ?? '');
    const file = names.one(frames.file[frame] ?? '');
    found.set(names.key(name, file), {
      name,
      file,
      line: largest(lines, look.lines),
      own: own.get(frame) ?? [],
      ...sum,
    });
  }
  return found;
}

/** The innermost line of a frame on the stack of one profile's sample. Mostly the first that is looked at. */
function innermostLine({ comparison, lines, merged: { frames } }: Look, sample: Entry, frame: Frame): Line {
  const samples = comparison.profiles[0]?.samples;
  const locations = lines.locations[0];
  if (samples === undefined || locations === undefined) return truncatedLine;
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
      if (frames.ofLine[line] === frame) return line;
    }
  }
  return truncatedLine;
}

interface Sum {
  value: number;
  variance: number;
  allocated: number;
  readonly lines: Map<Line, number>;
}

/** Of a function's lines that with most of the value, of equal ones the first in the file; 0 for none. */
function largest(values: ReadonlyMap<Line, number>, lines: LineTable): number {
  let best = 0;
  let most = 0;
  for (const [line, value] of values) {
    const number = lines.line[line] as number;
    if (value > most || (value === most && number < best)) {
      most = value;
      best = number;
    }
  }
  return best;
}
