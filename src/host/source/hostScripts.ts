import { mapAddress } from '../../core/scripts/mapAddress.ts';
import { mappedScripts } from '../../core/source/mappedScripts.ts';
import { formatPath, parseProfilePath } from '../../core/source/profilePath.ts';
import { mostScriptBytes, type ReachedSource } from '../../core/source/readScript.ts';
import { absolutePath, fileWithin, type SourceFile } from '../../core/source/sourceRoot.ts';
import { findFiles } from '../findFiles.ts';
import { readUpTo } from '../readUpTo.ts';
import type { SourceFinder } from './sourceFinder.ts';
import { fileAt, openRoots, uriOf } from './sourceUri.ts';
import { packages } from './workspaceFiles.ts';

/** More maps than any sane workspace has. */
const mostMaps = 20_000;
/** Scripts that are read to find out whether they hold maps. */
const fewFiles = 8;
const maps = /\.[cm]?js\.map$/;

/** Scripts and source as the open folders have them. */
export function hostScripts(finder: SourceFinder): ReachedSource {
  return {
    scripts: async files => {
      const found = await finder.findAmong(files, mappedScripts(await mapsInFolders()));
      const local = found.map(({ kind }, i) => (kind === 'found' ? null : here(files[i])));
      const haveMaps = await haveInlineMaps(local.filter(file => file !== null));
      return found.map((located, i) => {
        const file = haveMaps ? local[i] : null;
        return file ? { kind: 'found', file, by: 'exact' } : located;
      });
    },
    sources: files => finder.findAll(files.map(file => ({ file, name: '' }))),
    read: readInFolders,
  };
}

/** Maps beside scripts; one search is faster than to look for each script, of which a service may have hundreds. */
async function mapsInFolders(): Promise<readonly SourceFile[]> {
  const found = await findFiles({
    pattern: '**/*.{js,cjs,mjs}.map',
    passedOver: packages,
    isNamed: name => maps.test(name),
    most: mostMaps,
  }).catch(() => []);
  return found.flatMap(uri => fileAt(uri) ?? []);
}

/** Whether scripts hold their maps themselves: a compiler that writes one so writes all so. */
async function haveInlineMaps(files: readonly SourceFile[]): Promise<boolean> {
  const texts = await Promise.all(files.slice(0, fewFiles).map(file => readInFolders(absolutePath(file))));
  return texts.some(text => text !== null && mapAddress(text)?.startsWith('data:') === true);
}

/** The file of just that path, in an open folder. */
function here(profilePath = ''): SourceFile | null {
  const path = parseProfilePath(profilePath);
  return typeof path === 'string' || path.root === '' ? null : fileWithin(openRoots(), formatPath(path));
}

async function readInFolders(path: string): Promise<Uint8Array | null> {
  const file = fileWithin(openRoots(), path);
  if (file === null) return null;
  return await readUpTo(uriOf(file), mostScriptBytes);
}
