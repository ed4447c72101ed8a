import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import type { Frames } from './frames.ts';
import type { LocationLines } from './lineTable.ts';
import { StackSet } from './stackSet.ts';

/** Numbers of frames or lines, as small as they fit. */
export type Ids = Uint16Array | Uint32Array;

/**
 * Writes the stack of a sample into `into` from `at` on, outermost caller first: for each of its lines the value that
 * `values` has at that line's place in the source's `lines.line`. Returns how many, −1 when a filter drops the sample.
 */
export type StackReader = (sample: number, values: Uint32Array, into: Ids, at: number) => number;

/** A profile's stacks, as filters leave them. */
export interface StackSource {
  readonly samples: number;
  readonly lines: LocationLines;
  /** No stack is longer, and all together are not. */
  readonly longest: number;
  readonly total: number;
  readonly read: StackReader;
}

/** The stacks of all profiles' samples ("entries": those of the first profile, then those of the next). */
export interface Stacks {
  /** Frames, outermost caller first. */
  readonly distinct: StackSet;
  /** Stack of each entry, `DROPPED` for one that a filter drops. */
  readonly ofEntry: Uint32Array;
}

export const DROPPED = 0xffffffff;

/** More frames than this are refused: 2 GiB of them, four times what a profile of a million samples needs. */
const MOST_FRAMES = 2 ** 29;

/** Every stack of a profile, whole. */
export function wholeStacks(profile: Profile, lines: LocationLines): StackSource {
  const { stack, stackStart, count } = profile.samples;
  const { start } = lines;
  let longest = 0;
  let total = 0;
  for (let sample = 0; sample < count; sample++) {
    const stop = stackStart[sample + 1] as number;
    let length = 0;
    for (let i = stackStart[sample] as number; i < stop; i++) {
      const location = stack[i] as number;
      length += (start[location + 1] as number) - (start[location] as number);
    }
    if (length > longest) longest = length;
    total += length;
  }
  const read: StackReader = (sample, values, into, at) => {
    const first = stackStart[sample] as number;
    let to = at;
    for (let i = (stackStart[sample + 1] as number) - 1; i >= first; i--) {
      const location = stack[i] as number;
      const stop = start[location + 1] as number;
      for (let line = start[location] as number; line < stop; line++) into[to++] = values[line] as number;
    }
    return to - at;
  };
  return { samples: count, lines, longest, total, read };
}

/** Writes all stacks out as frames, equal ones once. Throws `ProfileError` when there are too many to hold. */
export function expandStacks(sources: readonly StackSource[], frames: Frames): Stacks {
  const entries = sum(sources.map(source => source.samples));
  const total = sum(sources.map(source => source.total));
  if (total > MOST_FRAMES) throw new ProfileError('tooLarge', `${total} stack frames in all`);
  const ids = frames.count < 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
  const distinct = new StackSet(ids, entries);
  const ofEntry = new Uint32Array(entries);
  let entry = 0;
  for (const { samples, lines, read } of sources) {
    const frameAt = lines.line.map(line => frames.ofLine[line] as number);
    for (let sample = 0; sample < samples; sample++) {
      const end = distinct.end;
      let length = read(sample, frameAt, ids, end);
      if (frames.collapsed) length = collapse(ids, end, length);
      ofEntry[entry++] = length < 0 ? DROPPED : distinct.add(length);
    }
  }
  return { distinct, ofEntry };
}

/** Leaves one of equal frames that follow one another; returns how many are left, or the length when it is negative. */
function collapse(ids: Ids, first: number, length: number): number {
  if (length < 0) return length;
  let to = first;
  for (let i = first; i < first + length; i++) {
    if (i === first || ids[i] !== ids[to - 1]) ids[to++] = ids[i] as number;
  }
  return to - first;
}

/** Reads the lines (of the line table) of single entries, outermost caller first. The array is overwritten by the next. */
export function lineReader(sources: readonly StackSource[]): (entry: number) => Uint32Array {
  const lines = new Uint32Array(Math.max(0, ...sources.map(({ longest }) => longest)));
  return entry => {
    let sample = entry;
    for (const source of sources) {
      if (sample < source.samples) {
        return lines.subarray(0, Math.max(0, source.read(sample, source.lines.line, lines, 0)));
      }
      sample -= source.samples;
    }
    return lines.subarray(0, 0);
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
