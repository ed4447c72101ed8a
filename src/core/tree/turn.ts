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

/** What of a stack is left, in its new order: places in the stack, and how many frames each stands for. */
export interface TurnedStack {
  readonly at: readonly number[];
  readonly times: readonly number[];
}

/** Longer cycles are left as they are. */
const longestCycle = 8;

/** Turns stacks; undefined for one that the function is not in. Where frames count as one, the innermost stands for them. */
export function stackTurner(
  { inverted, collapsed, around }: Turn,
  frames: Frames,
): (stack: readonly Frame[]) => TurnedStack | undefined {
  const wanted = around === null ? null : framesNamed(frames, around.name, around.file);
  return stack => {
    let { at, times } = collapsed ? withoutRepetitions(stack) : asItIs(stack.length);
    if (wanted !== null) {
      const outermost = at.findIndex(i => wanted.has(stack[i] as Frame));
      if (outermost < 0) return undefined;
      const [from, to] = inverted ? [0, outermost] : [outermost + 1, at.length];
      at = at.slice(from, to);
      times = times.slice(from, to);
    }
    return inverted ? { at: at.reverse(), times: times.reverse() } : { at, times };
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

interface Places {
  at: number[];
  times: number[];
}

function asItIs(length: number): Places {
  const at: number[] = [];
  for (let i = 0; i < length; i++) at.push(i);
  return { at, times: new Array<number>(length).fill(1) };
}

/** Of frames that follow themselves, one by one or in a cycle, once each. */
function withoutRepetitions(stack: readonly Frame[]): Places {
  const at: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < stack.length; i++) {
    at.push(i);
    times.push(1);
    for (let length = 1; length <= longestCycle && 2 * length <= at.length; length++) {
      if (!endsInTwo(stack, at, length)) continue;
      const second = at.length - length;
      for (let k = second; k < at.length; k++) {
        at[k - length] = at[k] as number;
        times[k - length] = (times[k - length] as number) + (times[k] as number);
      }
      at.length = second;
      times.length = second;
      break;
    }
  }
  return { at, times };
}

/** Whether the last so many frames are the same as those before them. */
function endsInTwo(stack: readonly Frame[], at: readonly number[], length: number): boolean {
  for (let k = at.length - length; k < at.length; k++) {
    if (stack[at[k] as number] !== stack[at[k - length] as number]) return false;
  }
  return true;
}
