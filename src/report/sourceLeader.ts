import type { Profile } from '../core/profile.ts';
import { HeldScripts } from '../core/scripts/heldScripts.ts';
import type { Script } from '../core/scripts/script.ts';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';
import { leadToSource } from '../engine/leadToSource.ts';

/** Leads profiles to source, and knows which scripts it made no use of. */
export interface SourceLeader extends Pick<HeldScripts, 'unused'> {
  /** Profiles of one comparison as source has them, where scripts below the working folder lead to it. */
  readonly lead: (profiles: readonly Profile[]) => Promise<readonly Profile[]>;
}

/** The working folder is walked once, when scripts are looked for. */
export async function sourceLeader(): Promise<SourceLeader> {
  const held = new HeldScripts();
  const tree = new SourceTree(await openFolders([process.cwd()]));
  const thread = {
    sourceMaps: async (scripts: readonly Script[]) => held.told(scripts),
    originals: async (files: readonly string[]) => held.found(files),
  };
  return {
    lead: async profiles => {
      await leadToSource(thread, held.unasked(profiles), tree.scripts);
      return held.lead(profiles);
    },
    get unused() {
      return held.unused;
    },
  };
}
