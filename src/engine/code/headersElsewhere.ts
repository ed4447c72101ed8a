import { headerPaths, ownHeaders } from '../../core/code/includes.ts';
import { decoded, type Text, type Texts } from './text.ts';

/** So many headers may be found nowhere: in a project that keeps them elsewhere still, none is. */
const mostLost = 20;

/**
 * The headers of a folder's sources that stand elsewhere, by their paths from it. `read` gives a file by such a path, null where there is
 * none. Where one was found the next is looked for first.
 */
export async function headersElsewhere(
  folder: Texts,
  read: (path: string) => Promise<Text | null>,
): Promise<Texts> {
  const found = new Map<string, Text>();
  let likely = '';
  let lost = 0;
  for (const [name, text] of folder) {
    for (const header of ownHeaders(name, decoded(text))) {
      if (folder.has(header) || lost === mostLost) continue;
      const path = await firstOf([`${likely}${header}`, ...headerPaths(header)], async each => {
        const content = await read(each);
        if (content !== null) found.set(each, content);
        return content !== null;
      });
      if (path === null) lost += 1;
      else likely = path.slice(0, path.length - header.length);
    }
  }
  return found;
}

/** The first of some paths that is there. */
async function firstOf(
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>,
): Promise<string | null> {
  for (const path of new Set(paths)) if (await isThere(path)) return path;
  return null;
}
