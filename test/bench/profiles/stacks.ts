import type { Shape } from './program.ts';
import { mix, Random, Zipf } from './random.ts';

/** What happened to a stack between the two profiles. */
export const fate = { stays: 0, gone: 1, new: 2 } as const;

/** All samples of both profiles: stack `i` is `location[start[i] ..< start[i + 1]]`, root first. */
export interface Stacks {
  readonly count: number;
  readonly start: Uint32Array;
  readonly location: Uint32Array;
  /** Bytes of one object (Go's size class), a part of a sample's identity. */
  readonly objectSize: Uint32Array;
  /** One of `fate`. */
  readonly fate: Uint8Array;
  /** Objects allocated and in use, in the base and in the current profile. */
  readonly allocated: { readonly base: Float64Array; readonly current: Float64Array };
  readonly inUse: { readonly base: Float64Array; readonly current: Float64Array };
}

const shallowest = 28;
const deepest = 43;
const goroutineRoots = 24;
const sizeClasses = [16, 24, 32, 48, 64, 80, 96, 128, 192, 256, 512, 1024, 2048, 4096, 8192, 32768, 131072];
const samplingPeriod = 512 * 1024;

/**
 * Grows a call tree: each stack branches off an earlier one chosen evenly (so that popular subtrees grow, as in a
 * Yule process) and goes on along callees of zipf popularity. 2 % of the base's stacks are gone in the current
 * profile and 2.5 % are new there; where both have one, 28 % allocated more, 14 % grew and 6 % shrank in use.
 */
export function growStacks(shape: Shape): Stacks {
  const random = new Random(shape.samples);
  const callees = new Zipf(64);
  const counts = new Zipf(400);
  const count = Math.round(shape.samples * 1.025);
  const start = new Uint32Array(count + 1);
  const location = new Uint32Array(count * deepest);
  const objectSize = new Uint32Array(count);
  const fates = new Uint8Array(count);
  const allocated = { base: new Float64Array(count), current: new Float64Array(count) };
  const inUse = { base: new Float64Array(count), current: new Float64Array(count) };

  let end = 0;
  for (let index = 0; index < count; index++) {
    const begin = end;
    const branchesOff = index < goroutineRoots ? -1 : random.below(index);
    if (branchesOff < 0) {
      location[end++] = index;
    } else {
      const from = start[branchesOff] ?? 0;
      const length = (start[branchesOff + 1] ?? 0) - from;
      const newLength = clamp(length + random.below(5) - 2, shallowest, deepest);
      const fresh = random.percent(4)
        ? random.below(newLength)
        : random.percent(5)
          ? 0
          : 1 + random.geometric(shape.branch - 1, 20);
      const kept = Math.max(1, Math.min(length, newLength - fresh));
      location.copyWithin(end, from, from + kept);
      end += kept;
      while (fresh > 0 && end - begin < newLength) {
        location[end] = callee(location[end - 1] ?? 0, callees.draw(random), shape.locations);
        end++;
      }
    }
    const rootLength = shallowest + (index % (deepest - shallowest + 1));
    while (branchesOff < 0 && end - begin < rootLength) {
      location[end] = callee(location[end - 1] ?? 0, callees.draw(random), shape.locations);
      end++;
    }
    // A few stacks as short as Go writes them without packing.
    if (random.percent(0.2)) end = begin + 1 + random.below(2);
    start[index + 1] = end;

    const size = sizeClasses[mix((location[end - 1] ?? 0) + random.below(2)) % sizeClasses.length] ?? 16;
    objectSize[index] = size;
    fates[index] = random.percent(2) ? fate.gone : random.percent(2.5) ? fate.new : fate.stays;
    const objects = () =>
      Math.max(
        1,
        Math.floor(((1 + counts.draw(random)) * (samplingPeriod + random.below(samplingPeriod))) / size),
      );
    const before = objects();
    allocated.base[index] = before;
    allocated.current[index] = random.percent(28) ? before + objects() : before;
    const live = random.percent(66) ? Math.max(1, Math.floor((before * (1 + random.below(100))) / 100)) : 0;
    inUse.base[index] = live;
    inUse.current[index] = live;
    if (random.percent(14)) inUse.current[index] = live + Math.ceil((before * random.below(100)) / 100);
    else if (random.percent(7)) inUse.current[index] = Math.floor((live * random.below(100)) / 100);
    // What is in use was allocated.
    allocated.current[index] = Math.max(allocated.current[index] ?? 0, inUse.current[index] ?? 0);
  }
  return { count, start, location: location.subarray(0, end), objectSize, fate: fates, allocated, inUse };
}

function callee(caller: number, rank: number, locations: number): number {
  return mix(Math.imul(caller + 1, 64) + rank) % locations;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
