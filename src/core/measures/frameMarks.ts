import type { Frame } from '../ids.ts';
import { isAllocator } from '../names/allocators.ts';
import { type Frames, firstFrame } from '../names/frames.ts';
import { isJvmType } from '../names/jvmName.ts';
import type { OwnTest } from '../names/ownCode.ts';
import { isParking } from '../names/parking.ts';
import type { ValueKind } from '../pair/valueKind.ts';

/**
 * 1 for each frame that no site is named after: of memory what hands it out, known by name or by `commonLeaves` (one
 * entry a line of the line table), and what types it has; of goroutines what parks them.
 */
export function skippedFrames(frames: Frames, kind: ValueKind, commonLeaves: Uint8Array): Uint8Array {
  const skipped = new Uint8Array(frames.count);
  skipped.fill(1, 0, firstFrame);
  if (kind === 'goroutines' || kind === 'leakedGoroutines') {
    for (let frame = firstFrame; frame < frames.count; frame++) {
      if (isParking(frames.name[frame] ?? '')) skipped[frame] = 1;
    }
  } else if (kind === 'memory') {
    for (let frame = firstFrame; frame < frames.count; frame++) {
      const [name, file] = [frames.name[frame] ?? '', frames.file[frame] ?? ''];
      if (isAllocator(name, file) || isJvmType(name, file)) skipped[frame] = 1;
    }
    commonLeaves.forEach((common, line) => {
      if (common === 1) skipped[frames.ofLine[line] as Frame] = 1;
    });
  }
  return skipped;
}

/** 1 for each frame of the reader's own code. */
export function ownFrames({ name, file, count }: Frames, isOwn: OwnTest): Uint8Array {
  const own = new Uint8Array(count);
  for (let frame = firstFrame; frame < count; frame++) {
    if (isOwn(name[frame] ?? '', file[frame] ?? '')) own[frame] = 1;
  }
  return own;
}
