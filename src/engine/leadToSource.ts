import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { Script } from '../core/scripts/script.ts';
import type { ReachedSource } from '../core/source/readScript.ts';
import type { EngineClient } from './client.ts';

/** More scripts than one service is made of; of more, the first are read. */
const mostScripts = 500;
/** Of all scripts and maps together, which are held at once. */
const mostBytes = 512 << 20;

/**
 * Has an engine name and place functions of scripts where they were written, as far as their maps are there. What is known of
 * the pair then, null where nothing has changed. Rejects as the engine's requests do.
 */
export async function leadToSource(
  engine: Pick<EngineClient, 'request'>,
  files: readonly string[],
  reached: ReachedSource,
): Promise<DiffInfo | null> {
  const scripts: Script[] = [];
  let bytes = 0;
  for (const file of files.slice(0, mostScripts)) {
    const script = await reached.script(file);
    if (script === null) continue;
    bytes += script.text.length + script.map.length;
    if (bytes > mostBytes) break;
    scripts.push(script);
  }
  if (scripts.length === 0) return null;
  const places = await engine.request('sourceMaps', { scripts });
  const found = await reached.found(places);
  return await engine.request('originals', { files: found.map(({ file }) => file) });
}
