import { inlineMap, mapAddress } from '../scripts/mapAddress.ts';
import type { Script } from '../scripts/script.ts';
import { cleanSegments } from './profilePath.ts';

/** Bytes of a script or a map, at most. */
export const mostScriptBytes = 64 << 20;

/** Reads a file of the reader's by its absolute path; null where there is none that may be read, or it is larger than `mostScriptBytes`. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** The reader's files, as far as scripts lead to them. */
export interface ReachedSource {
  /** The script that a profile names, with its source map; null where one of them is not there. */
  readonly script: (file: string) => Promise<Script | null>;
  /** Which of these files of source can be opened. */
  readonly found: (files: readonly string[]) => Promise<readonly string[]>;
}

/**
 * The script that stands at a path, `/` between its segments, with its map: the one that it names, else the one beside it.
 * Null where it has none. Nothing is fetched from an address.
 */
export async function readScript(file: string, path: string, read: ReadFile): Promise<Script | null> {
  const text = await read(path);
  if (text === null) return null;
  const address = mapAddress(text);
  if (address?.startsWith('data:') === true) {
    const map = inlineMap(address);
    return map && { file, text, map, mapPath: path };
  }
  const mapPath = address === null ? `${path}.map` : beside(path, address);
  const map = mapPath === null ? null : await read(mapPath);
  return map === null || mapPath === null ? null : { file, text, map, mapPath };
}

/** The path of what is beside a file, null for what is elsewhere. */
function beside(path: string, address: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address)) return null;
  const relative = decoded(address.replace(/[?#].*$/, ''));
  if (relative === null || /[\0\\]/.test(relative)) return null;
  const folder = path.slice(0, path.lastIndexOf('/'));
  return `/${cleanSegments(`${relative.startsWith('/') ? '' : folder}/${relative}`.split('/')).join('/')}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
