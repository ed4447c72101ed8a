import { mapAddress } from '../scripts/mapAddress.ts';
import type { Script } from '../scripts/script.ts';
import { ofPackage } from '../scripts/sourceMaps.ts';
import type { Located } from './locate.ts';
import { cleanSegments } from './profilePath.ts';
import { absolutePath, type SourceFile } from './sourceRoot.ts';

/** Bytes of a script or a map, at most. */
export const mostScriptBytes = 64 << 20;

/** Reads a file of the reader's by its absolute path, `/` between its segments; null where there is none that may be read, or it is larger than `mostScriptBytes`. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** The reader's files. All that are asked for are looked for at once, and answered in their order. */
export interface ReachedSource {
  /** Where scripts are that profiles name, those that may have a map. */
  readonly scripts: (files: readonly string[]) => Promise<readonly Located[]>;
  /** Where source is that maps name. */
  readonly sources: (files: readonly string[]) => Promise<readonly Located[]>;
  readonly read: ReadFile;
}

/** More files of one name than are read to find out which one it is. */
const mostCandidates = 8;

/**
 * Those that may be the script of a profile's path, each with its map: the one that it names, else the one beside it. What a
 * build has put elsewhere is known by its name alone; in packages nothing is looked for, and nothing is fetched from an address.
 */
export async function readScripts(
  file: string,
  located: Located,
  read: ReadFile,
): Promise<readonly Script[]> {
  const own = candidatesIn(located).filter(each => !ofPackage.test(each.path));
  const scripts = own
    .slice(0, mostCandidates)
    .map(each => readScript(file, absolutePath(each), located.kind === 'found', read));
  return (await Promise.all(scripts)).filter(script => script !== null);
}

function candidatesIn(located: Located): readonly SourceFile[] {
  if (located.kind === 'found') return [located.file];
  if (located.kind === 'ambiguous') return located.files;
  return located.kind === 'none' ? located.sameName : [];
}

async function readScript(
  file: string,
  path: string,
  isCertain: boolean,
  read: ReadFile,
): Promise<Script | null> {
  const text = await read(path);
  if (text === null) return null;
  const address = mapAddress(text);
  if (address?.startsWith('data:') === true) return { file, text, map: null, mapPath: path, isCertain };
  const mapPath = address === null ? `${path}.map` : beside(path, address);
  const map = mapPath === null ? null : await read(mapPath);
  return map === null || mapPath === null ? null : { file, text, map, mapPath, isCertain };
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
