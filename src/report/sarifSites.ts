import { isAbsolute, relative, sep } from 'node:path';
import type { Place } from '../core/names/place.ts';
import type { SarifSite } from '../core/report/reportSarif.ts';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';

/** A place, and what is said of a site there. */
export interface SaidAt {
  readonly place: Place;
  readonly text: string;
}

/** A site that has yet to be found below the working folder. */
export interface UnlocatedSite extends Omit<SarifSite, 'path' | 'text' | 'place'> {
  /** Its line, and where that is a library's, lines of the reader's own that lead to it, the nearest first. */
  readonly at: readonly [site: SaidAt, ...others: SaidAt[]];
}

/**
 * Finds for each site the first of its places that is below the working folder, which is taken for the repository's root: that is what a
 * review can show.
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
    sites.map(async ({ at, ...site }) => {
      for (const each of at) {
        const path = await pathOf(each.place);
        if (path !== null) return { ...site, ...each, path };
      }
      return { ...site, ...at[0], path: null };
    }),
  );
}

/** Whether two places are one site. */
export function isSame(a: Place, b: Place): boolean {
  return a.name === b.name && a.file === b.file;
}
