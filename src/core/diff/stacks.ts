import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import type { Frames } from './frames.ts';
import type { LocationLines } from './lineTable.ts';

/**
 * Writes the stack of a sample into `out`, outermost caller first, as positions in the source's `lines.line`.
 * Returns how many, −1 when a filter drops the sample.
 */
export type StackReader = (sample: number, out: Uint32Array) => number;

/** A profile's stacks, as filters leave them. */
export interface StackSource {
  readonly samples: number;
  readonly lines: LocationLines;
  /** No stack is longer, and all together are not. */
  readonly longest: number;
  readonly total: number;
  readonly read: StackReader;
}

/**
 * Stacks of all profiles' samples ("entries": those of the first profile, then those of the next) as frames,
 * outermost caller first. Entry `e` has `frames[start[e] ..< start[e + 1]]`.
 */
export interface Stacks {
  readonly start: Uint32Array;
  readonly frames: Uint32Array;
  /** Line (of the line table) where each entry's stack ends; 0 for an empty stack. */
  readonly leafLine: Uint32Array;
  /** Entries that no filter drops, ascending. */
  readonly kept: Uint32Array;
}

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
  const read: StackReader = (sample, out) => {
    const first = stackStart[sample] as number;
    let length = 0;
    for (let i = (stackStart[sample + 1] as number) - 1; i >= first; i--) {
      const location = stack[i] as number;
      const stop = start[location + 1] as number;
      for (let at = start[location] as number; at < stop; at++) out[length++] = at;
    }
    return length;
  };
  return { samples: count, lines, longest, total, read };
}

/** Writes all stacks out as frames. Throws `ProfileError` when there are too many to hold. */
export function expandStacks(sources: readonly StackSource[], frames: Frames): Stacks {
  const entries = sum(sources.map(source => source.samples));
  const total = sum(sources.map(source => source.total));
  if (total > MOST_FRAMES) throw new ProfileError('tooLarge', `${total} stack frames in all`);
  const ids = new Uint32Array(total);
  const start = new Uint32Array(entries + 1);
  const leafLine = new Uint32Array(entries);
  const kept = new Uint32Array(entries);
  let entry = 0;
  let filled = 0;
  let keeping = 0;
  for (const { samples, lines, longest, read } of sources) {
    const out = new Uint32Array(longest);
    const frameAt = lines.line.map(line => frames.ofLine[line] as number);
    for (let sample = 0; sample < samples; sample++) {
      start[entry] = filled;
      const length = read(sample, out);
      if (length >= 0) kept[keeping++] = entry;
      let previous = 0;
      for (let i = 0; i < length; i++) {
        const frame = frameAt[out[i] as number] as number;
        if (frames.collapsed && frame === previous) continue;
        ids[filled++] = frame;
        previous = frame;
      }
      if (length > 0) leafLine[entry] = lines.line[out[length - 1] as number] as number;
      entry += 1;
    }
  }
  start[entries] = filled;
  return { start, frames: ids.subarray(0, filled), leafLine, kept: kept.subarray(0, keeping) };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
