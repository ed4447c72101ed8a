import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { skippedFrames } from '../measures/frameMarks.ts';
import { noiseOf } from '../measures/noise.ts';
import { firstFrame, framesOf } from '../names/frames.ts';
import { internLines, noLines } from '../names/lineTable.ts';
import { isOfAsyncProfiler } from '../pair/asyncProfiler.ts';
import { compare, type PairColumns, pairColumns, typeNamed } from '../pair/comparison.ts';
import { defaultType } from '../pair/defaultType.ts';
import { objectSizes } from '../pair/objectSizes.ts';
import { binaryOf, type Program, programOf } from '../pair/programs.ts';
import { indexOfType, objectsType, type SharedType } from '../pair/sharedTypes.ts';
import { countsSinceBefore } from '../pair/sinceBefore.ts';
import { sum } from '../pair/sum.ts';
import { valueKind } from '../pair/valueKind.ts';
import type { Profile, SampleType } from '../profile.ts';
import { commonLeaves } from '../stacks/commonLeaves.ts';
import { functionStacks } from './functionStacks.ts';
import { type SeriesFunction, SeriesNames } from './seriesNames.ts';
import { type SiteValues, type Summed, sitesOf } from './siteValues.ts';

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
  /** Memory, of which async-profiler has sampled objects alone. */
  readonly sampledAlone: boolean;
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

/**
 * One decoded profile as a series keeps it; the profile can be let go. `file` is the path or address it was given as.
 * Throws `ProfileError`: `wrongKind` for a difference, which holds nothing that was in use at one time.
 */
export function reduceCapture(
  profile: Profile,
  file: string,
  { sampleType, names = new SeriesNames() }: Reduction = {},
): ReducedCapture {
  const comparison = compare([profile]);
  if (comparison.kind !== 'alone') {
    throw new ProfileError(
      'wrongKind',
      l10n.t('is a difference of two captures: a series takes each as it was'),
    );
  }
  const { types } = comparison;
  const column = types[indexOfType(types, sampleType ?? '')] ?? types[indexOfType(types, 'inuse_space')];
  const type = typeNamed(comparison, column?.type ?? defaultType(comparison));
  const valuesOf = (of: SharedType): PairColumns => pairColumns(comparison, of, false);
  const other = (name: string): Float64Array | undefined => {
    const of = types[indexOfType(types, name)];
    return of && valuesOf(of).current;
  };
  const lines = internLines([profile], names.joined);
  const [locations = noLines] = lines.locations;
  const frames = framesOf(lines, 'functions');
  const functions: SeriesFunction[] = [];
  for (let frame = firstFrame; frame < frames.count; frame++)
    functions.push(names.of(frames.name[frame] ?? '', frames.file[frame] ?? ''));
  const { stable, own, isOwn } = names.together(functions, binaryOf(profile));
  const common = commonLeaves([profile], lines, isOwn);
  const kind = valueKind(type, profile.sampleTypes);
  const skipped = skippedFrames(frames, kind, new Uint8Array(lines.count));
  const skippedWithCommon = common.includes(1) ? skippedFrames(frames, kind, common) : skipped;
  const stacks = functionStacks(profile, lines, locations, frames);
  const buckets = { size: objectSizes(comparison) };
  const noise = noiseOf(comparison, { tree: stacks.tree, buckets }, type, valuesOf);
  const values = valuesOf(type).current;
  const objects = other(objectsType(type.type));
  const summed: Summed = {
    lines,
    frames,
    samples: profile.samples,
    locations,
    stacks,
    values,
    allocated: other('alloc_space'),
    variance: noise?.variance,
    functions,
    own: Uint8Array.from(skippedWithCommon, (skip, frame) =>
      skip === 0 && own.has(functions[frame - firstFrame] as SeriesFunction) ? 1 : 0,
    ),
  };
  return {
    file,
    timeNanos: profile.timeNanos,
    sampleType: { type: type.type, unit: type.unit },
    sampleTypes: types
      .filter(each => each.type === type.type || !isSinceStart(each))
      .map(({ type, unit }) => ({ type, unit })),
    total: sum(values),
    objects: objects === undefined ? null : sum(objects),
    sites: sitesOf(summed, skipped),
    beyondCommon: skippedWithCommon === skipped ? null : sitesOf(summed, skippedWithCommon),
    samples: noise?.samples.at(-1) ?? null,
    countsAllocated: indexOfType(types, 'alloc_space') >= 0 && !countsSinceBefore(profile),
    sampledAlone: kind === 'memory' && isOfAsyncProfiler(profile),
    cut: stacks.cut,
    program: programOf(profile, stable),
  };
}

/** Sums since the program began, which only rise: they say nothing of a heap over time. */
function isSinceStart({ type }: SampleType): boolean {
  return /^alloc_/.test(type);
}
