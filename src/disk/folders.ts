import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Why a path is not read, as a sentence or two that say what to do instead. */
export class RefusedError extends Error {}

/** Folders that may be read from, by their real paths. */
export interface Folders {
  /** At least one. */
  readonly roots: readonly string[];
}

const longestPath = 4096;

/** Throws `RefusedError` for what is no folder. */
export async function openFolders(paths: readonly string[]): Promise<Folders> {
  const roots: string[] = [];
  for (const path of paths) {
    const real = await realpath(path).catch(() => null);
    if (real === null || !(await stat(real)).isDirectory()) throw new RefusedError(`${path} is no folder.`);
    roots.push(real);
  }
  return { roots };
}

/**
 * The real path of something inside the folders; a relative path begins in the first folder that has it. Links are followed
 * before it is judged where they lead. Throws `RefusedError`.
 */
export async function pathInside({ roots }: Folders, path: string): Promise<string> {
  if (path === '' || path.length > longestPath || path.includes('\0')) {
    throw new RefusedError('That is no path. Give the path of a profile below one of the folders.');
  }
  const all = roots.join(', ');
  for (const root of roots) {
    const wanted = resolve(root, path);
    // Not even whether it exists is told of what lies outside.
    if (!roots.some(each => isBelow(each, wanted))) continue;
    const real = await realpath(wanted).catch(() => null);
    if (real === null) continue;
    if (roots.some(each => isBelow(each, real))) return real;
    throw new RefusedError(`${path} is a link that leads out of ${all}. Copy the file into the folder.`);
  }
  const outside = !roots.some(root => isBelow(root, resolve(root, path)));
  throw new RefusedError(
    outside
      ? `${path} is outside ${all}, and nothing else is read. Copy the file there, or start the server with its folder: heap-diff mcp FOLDER.`
      : `${path} cannot be read: there is no such file in ${all}. List the folder, and give a path that is in it.`,
  );
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
