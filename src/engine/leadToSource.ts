import type { Script } from '../core/scripts/script.ts';
import type { ReachedSource } from '../core/source/readScript.ts';

/** More scripts than one service is made of; of more, the first are read. */
const mostScripts = 500;
/** Of all scripts and maps together, which are held at once. */
const mostBytes = 512 << 20;
/** Files of source that are looked for; of more, the first are. */
const mostSources = 5_000;

/** A thread that holds profiles of V8. */
export interface HoldsScripts<Result> {
  /** Takes scripts with their source maps; resolves to the files that these lead to. */
  readonly sourceMaps: (scripts: readonly Script[]) => Promise<readonly string[]>;
  /** Has functions that were written in these files named and placed as source has them. */
  readonly originals: (files: readonly string[]) => Promise<Result>;
}

/**
 * Has a thread name and place functions of scripts where they were written, as far as their maps are there; null, and nothing is
 * asked, where none is. Rejects as the thread's questions do.
 */
export async function leadToSource<Result>(
  thread: HoldsScripts<Result>,
  files: readonly string[],
  reached: ReachedSource,
): Promise<Result | null> {
  const scripts: Script[] = [];
  let bytes = 0;
  for (const file of files.slice(0, mostScripts)) {
    const candidates = await reached.scripts(file);
    bytes += candidates.reduce((sum, { text, map }) => sum + text.length + map.length, 0);
    if (bytes > mostBytes) break;
    scripts.push(...candidates);
  }
  if (scripts.length === 0) return null;
  const sources = await thread.sourceMaps(scripts);
  return await thread.originals(await reached.found(sources.slice(0, mostSources)));
}
