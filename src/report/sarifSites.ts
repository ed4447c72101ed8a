import { isAbsolute, relative, sep } from 'node:path';
import type { Place } from '../core/names/place.ts';
import type { SarifSite } from '../core/report/reportSarif.ts';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';

/** Finds the file of each site below the working folder, which is taken for the repository's root. */
export async function located(sites: readonly Omit<SarifSite, 'path'>[]): Promise<SarifSite[]> {
  const folders = await openFolders([process.cwd()]);
  const tree = new SourceTree(folders);
  const [root = ''] = folders.roots;
  return Promise.all(
    sites.map(async site => {
      const file = await tree.find(site.place.file, site.place.name);
      const way = file === null ? '' : relative(root, file);
      const inside = way !== '' && !way.startsWith('..') && !isAbsolute(way);
      return { ...site, path: inside ? way.split(sep).join('/') : null };
    }),
  );
}

/** Whether two places are one site. */
export function isSame(a: Place, b: Place): boolean {
  return a.name === b.name && a.file === b.file;
}
