import type { Profile } from '../core/profile.ts';
import type { HeldScripts } from '../core/scripts/heldScripts.ts';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';
import { leadToSource } from '../engine/leadToSource.ts';

/** Profiles of one comparison as source has them, where scripts below the working folder lead to it. */
export async function ledToSource(
  held: HeldScripts,
  profiles: readonly Profile[],
): Promise<readonly Profile[]> {
  const files = held.unasked(profiles);
  if (files.length > 0) {
    const { scripts } = new SourceTree(await openFolders([process.cwd()]));
    const thread = {
      sourceMaps: async (...[told]: Parameters<HeldScripts['told']>) => held.told(told),
      originals: async (found: readonly string[]) => held.found(found),
    };
    await leadToSource(thread, files, scripts);
  }
  return held.lead(profiles);
}
