import type { Script } from '../core/scripts/script.ts';
import { type ReachedSource, readScripts } from '../core/source/readScript.ts';

/** More scripts than one service is made of; of more, the first are read. */
const mostScripts = 2_000;
/** So many are read at once: one waits for a disk, or for a server. */
const readAtOnce = 32;
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
  if (files.length === 0) return null;
  // Where files cannot be reached, profiles are told as they are.
  const scripts = await scriptsOf(files.slice(0, mostScripts), reached).catch(() => []);
  if (scripts.length === 0) return null;
  const sources = (await thread.sourceMaps(scripts)).slice(0, mostSources);
  const located = await reached.sources(sources).catch(() => []);
  return await thread.originals(sources.filter((_, i) => located[i]?.kind === 'found'));
}

async function scriptsOf(files: readonly string[], reached: ReachedSource): Promise<readonly Script[]> {
  const located = await reached.scripts(files);
  const scripts: Script[] = [];
  let bytes = 0;
  for (let at = 0; at < files.length && bytes <= mostBytes; at += readAtOnce) {
    const reading = files.slice(at, at + readAtOnce).map(async (file, i) => {
      const where = located[at + i];
      return where === undefined ? [] : readScripts(file, where, reached.read);
    });
    for (const script of (await Promise.all(reading)).flat()) {
      bytes += script.text.length + (script.map?.length ?? 0);
      if (bytes <= mostBytes) scripts.push(script);
    }
  }
  return scripts;
}
