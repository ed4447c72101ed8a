import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { LocationColumns, SampleColumns } from '../profile.ts';
import { bounds } from './limits.ts';

/**
 * Refuses stacks of more than `bounds.stackFrames` frames with code `tooLarge`. A location counts as many
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
    if ((to - from) * mostLines <= bounds.stackFrames) continue;
    let frames = 0;
    for (const location of samples.stack.subarray(from, to)) {
      frames += Math.max(1, (lineStart[location + 1] ?? 0) - (lineStart[location] ?? 0));
    }
    if (frames > bounds.stackFrames) {
      throw new ProfileError(
        'tooLarge',
        l10n.t`a stack of ${frames} frames, more than ${bounds.stackFrames}`,
      );
    }
  }
}
