import { isAbsolute, relative, sep } from 'node:path';
import type { Place } from '../core/names/place.ts';
import type { SarifSite } from '../core/report/reportSarif.ts';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';

/** A site that has yet to be found below the working folder. */
export interface UnlocatedSite extends Omit<SarifSite, 'path' | 'text'> {
  /** The reader's own line that calls it; null where it is own code itself. */
  readonly own: Place | null;
  /** What is said at its line, or at the own line that calls it. */
  text(isCalled: boolean): string;
}

/**
 * Finds the file of each site below the working folder, which is taken for the repository's root; where that is a library's,
 * what of the reader's own code calls it, which a review can show.
 */
export async function located(sites: readonly UnlocatedSite[]): Promise<SarifSite[]> {
  const folders = await openFolders([process.cwd()]);
  const tree = new SourceTree(folders);
  const [root = ''] = folders.roots;
  const pathOf = async ({ file, name }: Place): Promise<string | null> => {
    const found = await tree.find(file, name);
    const way = found === null ? '' : relative(root, found);
    const inside = way !== '' && !way.startsWith('..') && !isAbsolute(way);
    return inside ? way.split(sep).join('/') : null;
  };
  return Promise.all(
    sites.map(async ({ own, text, ...site }) => {
      const path = await pathOf(site.place);
      const ownPath = path === null && own !== null ? await pathOf(own) : null;
      return own === null || ownPath === null
        ? { ...site, path, text: text(false) }
        : { ...site, path: ownPath, place: own, text: text(true) };
    }),
  );
}

/** Whether two places are one site. */
export function isSame(a: Place, b: Place): boolean {
  return a.name === b.name && a.file === b.file;
}
