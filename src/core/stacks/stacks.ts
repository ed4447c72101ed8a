import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { type Heed, heedNothing } from '../heed.ts';
import type { Bucket, DistinctLocation, Entry, IdColumn, Line, Location, Stack } from '../ids.ts';
import { idsBelow } from '../idsBelow.ts';
import type { LocationLines } from '../names/lineTable.ts';
import type { Ids, Profile } from '../profile.ts';
import type { Buckets } from './buckets.ts';
import type { DistinctLocations } from './distinctLocations.ts';
import { StackSet } from './stackSet.ts';

/**
 * Writes the stack of a sample into `into` from `at` on, outermost caller first: for each of its locations that has
 * lines what `values` has for it. Returns how many, −1 when a filter drops the sample.
 */
export type StackReader = <Of extends number>(
  sample: number,
  values: IdColumn<Of>,
  into: IdColumn<Of, Ids>,
  at: number,
) => number;

/** A profile's stacks, as filters leave them. */
export interface ProfileStacks {
  readonly samples: number;
  /** Lines of its locations. There may be one more location than in the profile, for what was cut off. */
  readonly lines: LocationLines;
  /** Locations of the longest stack, and of all together; not less. */
  readonly longest: number;
  readonly total: number;
  readonly read: StackReader;
}

/** The stacks of all profiles' samples ("entries": those of the first profile, then those of the next). */
export interface Stacks<Of extends number = DistinctLocation> {
  /** Distinct locations, outermost caller first. */
  readonly distinct: StackSet<Of>;
  /** Stack of each entry, `dropped` for one that a filter drops. */
  readonly ofEntry: IdColumn<Stack>;
}

export const dropped = 0xffffffff as Stack;

/** More locations than this are refused: 2 GiB of them, seven times what two profiles of a million samples need. */
export const mostLocations = 2 ** 29;

/** After how many samples it is asked whether the work is still wanted: a few milliseconds of them. */
const samplesBetween = 4096;

/** Every stack of a profile, whole. All its locations have lines. */
export function wholeStacks({ samples }: Profile, lines: LocationLines): ProfileStacks {
  const { stack, stackStart, count } = samples;
  let longest = 0;
  for (let sample = 0; sample < count; sample++) {
    longest = Math.max(longest, (stackStart[sample + 1] as number) - (stackStart[sample] as number));
  }
  const read = <Of extends number>(
    sample: number,
    values: IdColumn<Of>,
    into: IdColumn<Of, Ids>,
    at: number,
  ): number => {
    const first = stackStart[sample] as number;
    let to = at;
    for (let i = (stackStart[sample + 1] as number) - 1; i >= first; i--) {
      into[to++] = values[stack[i] as Location] as Of;
    }
    return to - at;
  };
  return { samples: count, lines, longest, total: stack.length, read };
}

/**
 * Writes all stacks out as distinct locations, equal ones once. Throws `ProfileError` when there are too many to hold,
 * and what `heed` throws.
 */
export function distinctStacks(
  profiles: readonly ProfileStacks[],
  locations: DistinctLocations,
  heed: Heed = heedNothing,
): Stacks {
  const entries = sum(profiles.map(profile => profile.samples));
  const total = sum(profiles.map(profile => profile.total));
  if (total > mostLocations) throw new ProfileError('tooLarge', l10n.t`${total} locations in all stacks`);
  const ids = idsBelow(locations.count, total) as IdColumn<DistinctLocation, Ids>;
  const distinct = new StackSet(ids, entries);
  const ofEntry = new Uint32Array(entries) as IdColumn<Stack>;
  let entry = 0 as Entry;
  profiles.forEach(({ samples, read }, i) => {
    const idOf = locations.ofLocation[i] as IdColumn<DistinctLocation>;
    for (let sample = 0; sample < samples; sample++) {
      if (sample % samplesBetween === 0) heed();
      const length = read(sample, idOf, ids, distinct.end);
      ofEntry[entry++] = length < 0 ? dropped : distinct.add(length);
    }
  });
  distinct.close();
  return { distinct, ofEntry };
}

/** Reads the lines (of the line table) of single buckets, outermost caller first. */
export function lineReader(
  profiles: readonly ProfileStacks[],
  { first }: Pick<Buckets, 'first'>,
): (bucket: Bucket) => Line[] {
  const stack = new Uint32Array(Math.max(0, ...profiles.map(({ longest }) => longest))) as IdColumn<Location>;
  // A location of a profile stands for itself.
  const itself = numbered<Location>(Math.max(0, ...profiles.map(({ lines }) => lines.start.length)));
  return bucket => {
    const found: Line[] = [];
    let sample: number = first[bucket] as Entry;
    for (const { samples, lines, read } of profiles) {
      if (sample >= samples) {
        sample -= samples;
        continue;
      }
      const length = read(sample, itself, stack, 0);
      for (let at = 0; at < length; at++) {
        const location = stack[at] as Location;
        const stop = lines.start[location + 1] as number;
        for (let line = lines.start[location] as number; line < stop; line++) {
          found.push(lines.line[line] as Line);
        }
      }
      break;
    }
    return found;
  };
}

/** Each id below `count`, in a loop: `Uint32Array.from` asks a function for each, which takes 26 ms for 300,000. */
export function numbered<Of extends number>(count: number): IdColumn<Of> {
  const ids = new Uint32Array(count);
  for (let id = 0; id < count; id++) ids[id] = id;
  return ids as IdColumn<Of>;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
