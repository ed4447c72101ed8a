import { ProfileError } from '../error.ts';
import type { LocationColumns, SampleColumns } from '../profile.ts';
import { limits } from './limits.ts';

/**
 * Refuses stacks of more than `limits.stackFrames` frames with code `tooLarge`. A location counts as many
 * frames as it has lines, and one where it has none.
 */
export function checkStackFrames(samples: SampleColumns, locations: LocationColumns): void {
  const { lineStart } = locations;
  let mostLines = 1;
  for (let row = 0; row < locations.count; row++) {
    mostLines = Math.max(mostLines, (lineStart[row + 1] ?? 0) - (lineStart[row] ?? 0));
  }
  for (let row = 0; row < samples.count; row++) {
    const from = samples.stackStart[row] ?? 0;
    const to = samples.stackStart[row + 1] ?? 0;
    if ((to - from) * mostLines <= limits.stackFrames) continue;
    let frames = 0;
    for (const location of samples.stack.subarray(from, to)) {
      frames += Math.max(1, (lineStart[location + 1] ?? 0) - (lineStart[location] ?? 0));
    }
    if (frames > limits.stackFrames) {
      throw new ProfileError('tooLarge', `a stack of ${frames} frames, more than ${limits.stackFrames}`);
    }
  }
}
