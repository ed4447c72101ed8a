import type { Frame } from '../ids.ts';
import { type Frames, firstFrame } from '../names/frames.ts';

/** How stacks are turned before they are merged once more. */
export interface Turn {
  /** Innermost frame first: from where memory is allocated outwards. */
  readonly inverted: boolean;
  /** What repeats itself, a frame or a short cycle of them, counts once. */
  readonly collapsed: boolean;
  /** Of each stack the part below the outermost frame of this function; inverted, the part above it. Null for all of it. */
  readonly around: { readonly name: string; readonly file: string } | null;
}

/** Equal for equal turns. */
export function turnKey({ inverted, collapsed, around }: Turn): string {
  return JSON.stringify([inverted, collapsed, around?.name, around?.file]);
}

/** What of a stack is left, in its new order. Of the columns `length` entries count, until the next stack is turned. */
export interface TurnedStack {
  readonly length: number;
  /** Places in the stack. */
  readonly at: Uint32Array;
  /** How many frames each stands for, and whether one stands for several. */
  readonly times: Uint32Array;
  readonly repeats: boolean;
}

/** Longer cycles are left as they are. */
const longestCycle = 8;

/**
 * Turns stacks of `depth` frames; undefined for one that the function is not in. Where frames count as one, the innermost stands
 * for them. Hundreds of thousands are turned for one tree: nothing is made for each.
 */
export function stackTurner(
  { inverted, collapsed, around }: Turn,
  frames: Frames,
): (stack: ArrayLike<Frame>, depth?: number) => TurnedStack | undefined {
  const wanted = around === null ? null : framesNamed(frames, around.name, around.file);
  let places = new Places(fewestPlaces);
  return (stack, depth = stack.length) => {
    if (depth > places.at.length) places = new Places(2 * depth);
    const { at, times } = places;
    let length = collapsed ? placesOnce(stack, depth, places) : placesOf(depth, places);
    if (wanted !== null) {
      const outermost = placeOf(wanted, stack, at, length);
      if (outermost < 0) return undefined;
      if (inverted) length = outermost;
      else {
        at.copyWithin(0, outermost + 1, length);
        times.copyWithin(0, outermost + 1, length);
        length -= outermost + 1;
      }
    }
    if (inverted) {
      at.subarray(0, length).reverse();
      times.subarray(0, length).reverse();
    }
    return { length, at, times, repeats: collapsed && hasRepeats(times, length) };
  };
}

/** The frames of a function, which has one for each line where lines are frames. */
export function framesNamed(frames: Frames, name: string, file: string): ReadonlySet<Frame> {
  const found = new Set<Frame>();
  for (let frame = firstFrame; frame < frames.count; frame++) {
    if (frames.name[frame] === name && frames.file[frame] === file) found.add(frame);
  }
  return found;
}

const fewestPlaces = 64;

class Places {
  readonly at: Uint32Array;
  readonly times: Uint32Array;
  /** The frame at each place. */
  readonly frame: Uint32Array;

  constructor(most: number) {
    this.at = new Uint32Array(most);
    this.times = new Uint32Array(most);
    this.frame = new Uint32Array(most);
  }
}

function placesOf(depth: number, { at, times }: Places): number {
  for (let i = 0; i < depth; i++) at[i] = i;
  times.fill(1, 0, depth);
  return depth;
}

/** Of frames that follow themselves, one by one or in a cycle, once each. */
function placesOnce(stack: ArrayLike<Frame>, depth: number, { at, times, frame }: Places): number {
  let length = 0;
  for (let i = 0; i < depth; i++) {
    at[length] = i;
    times[length] = 1;
    frame[length] = stack[i] as Frame;
    length += 1;
    const longest = Math.min(longestCycle, length >>> 1);
    for (let cycle = 1; cycle <= longest; cycle++) {
      if (!endsInTwo(frame, length, cycle)) continue;
      length -= cycle;
      for (let k = length; k < length + cycle; k++) {
        at[k - cycle] = at[k] as number;
        times[k - cycle] = (times[k - cycle] as number) + (times[k] as number);
      }
      break;
    }
  }
  return length;
}

/** Whether the last so many frames are the same as those before them. */
function endsInTwo(frame: Uint32Array, length: number, cycle: number): boolean {
  for (let k = length - 1; k >= length - cycle; k--) if (frame[k] !== frame[k - cycle]) return false;
  return true;
}

function placeOf(
  wanted: ReadonlySet<Frame>,
  stack: ArrayLike<Frame>,
  at: Uint32Array,
  length: number,
): number {
  for (let i = 0; i < length; i++) if (wanted.has(stack[at[i] as number] as Frame)) return i;
  return -1;
}

function hasRepeats(times: Uint32Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (times[i] !== 1) return true;
  return false;
}
