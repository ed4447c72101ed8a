import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { followFrames } from '../core/code/drift.ts';
import { languageOf } from '../core/code/language.ts';
import { defaultLimits, MiB } from '../core/formats/limits.ts';
import { type KnownLeak, knownFileName, mostKnownBytes } from '../core/known/knownLeaks.ts';
import { capturesAmong } from '../core/profileNames.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import { asProfiled } from '../core/tell/toldPlace.ts';
import { type Folders, pathInside, RefusedError } from '../disk/folders.ts';
import { lineAuthor } from '../disk/lineAuthor.ts';
import type { SourceTree } from '../disk/sourceTree.ts';
import { EngineClient } from '../engine/client.ts';
import type { CodeClient } from '../engine/code/codeClient.ts';
import { SeriesClient } from '../engine/series/seriesClient.ts';
import type { Threads } from '../engine/threads/threadPool.ts';
import { isBeside } from '../tools/seriesTools.ts';
import { knownIn, type Surroundings, ToolError } from '../tools/surroundings.ts';
import { hintAt } from './hintAt.ts';

/** Where the engine's threads come from. */
export interface EngineThreads {
  readonly pair: Threads;
  readonly series: Threads;
}

const linesAround = 3;
/** More files than a series needs. */
const mostFiles = 500;

/** What tools can reach on a disk, below some folders. */
export function diskSurroundings(
  folders: Folders,
  tree: SourceTree,
  code: CodeClient,
  threads: EngineThreads,
): Surroundings {
  const inside = async (path: string): Promise<string> => {
    try {
      return await pathInside(folders, path);
    } catch (error) {
      if (error instanceof RefusedError) throw new ToolError(error.message);
      throw error;
    }
  };
  return {
    limits: defaultLimits,
    read: async given => {
      const path = await inside(given);
      return { path, name: basename(path), bytes: await bytesOf(path, profileFile) };
    },
    expand: async given => {
      const found: string[] = [];
      for (const each of given) found.push(...(await profilesAt(await inside(each))));
      if (found.length > mostFiles)
        throw new ToolError(
          `There are ${found.length} profiles there, and ${mostFiles} are the most. Give some of them.`,
        );
      return found;
    },
    find: place => find(tree, code, place),
    source: async ({ path, line, isFound }) => {
      if (!isFound || line === 0) return null;
      const from = Math.max(1, line - linesAround);
      const lines = (await tree.lines(path)).slice(from - 1, line + linesAround);
      return lines.length === 0 ? null : { from, lines };
    },
    author: async ({ path, line, isFound }) => (isFound && line > 0 ? lineAuthor(path, line) : null),
    hint: async (place, grown) => (place.isFound ? hintAt(code, inside, place, grown) : null),
    scripts: tree.scripts,
    own: places => tree.ownOf(places),
    known: () => knownLeaks(folders, inside),
    pairEngine: () => new EngineClient(threads.pair, () => {}),
    seriesEngine: () => new SeriesClient(threads.series),
  };
}

/** What kind of file is read: how large one may be, and what to do about one that is not so. */
interface FileKind {
  readonly mostMiB: number;
  readonly instead: string;
}

const profileFile: FileKind = { mostMiB: defaultLimits.inflatedMiB, instead: 'Give the path of a profile.' };
const knownFile: FileKind = { mostMiB: mostKnownBytes / MiB, instead: 'Correct the file of known leaks.' };

/** The whole of a file. Throws `ToolError`. */
async function bytesOf(path: string, { mostMiB, instead }: FileKind): Promise<Uint8Array> {
  try {
    const { size, isFile } = await stat(path).then(found => ({ size: found.size, isFile: found.isFile() }));
    // Reading a pipe or a device would never end.
    if (!isFile) throw new ToolError(`${path} is no file. ${instead}`);
    if (size > mostMiB * MiB) throw new ToolError(`${path} is larger than ${mostMiB} MiB. ${instead}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof ToolError) throw error;
    const why =
      error instanceof Error && 'code' in error && error.code === 'EACCES'
        ? 'permission is denied'
        : 'the system does not hand it out';
    throw new ToolError(`${path} cannot be read: ${why}. ${instead}`);
  }
}

/**
 * Those of all folders. Throws `ToolError` for a file that is not read or not understood, which would let a leak pass as
 * unknown.
 */
async function knownLeaks(
  { roots }: Folders,
  inside: (path: string) => Promise<string>,
): Promise<readonly KnownLeak[]> {
  const found: KnownLeak[] = [];
  for (const root of roots) {
    const path = join(root, knownFileName);
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    const bytes = await bytesOf(await inside(path), knownFile);
    found.push(...knownIn(new TextDecoder().decode(bytes), path));
  }
  return found;
}

/** The file, or the profiles that a folder holds itself. */
async function profilesAt(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const names = entries.filter(entry => entry.isFile()).map(({ name }) => name);
  return [...new Set([...capturesAmong(names), ...names.filter(isBeside)])]
    .map(name => join(path, name))
    .sort();
}

/** The file, and in it the line, which follows its function where that has moved since the build. */
async function find(
  tree: SourceTree,
  code: CodeClient,
  place: Parameters<Surroundings['find']>[0],
): Promise<FoundPlace> {
  const path = await tree.find(place.file, place.name);
  if (path === null) return asProfiled(place);
  const language = languageOf(path);
  const found = { name: place.name, path, line: place.line, isFound: true };
  if (language === null || place.line === 0) return found;
  const text = (await tree.lines(path)).join('\n');
  const outline = await code.outline({ path: basename(path), text, functions: [place.name] });
  return outline === null ? found : { ...found, line: followFrames(outline, language).drift(place).line };
}
