import { headerPaths, ownHeaders } from '../../core/code/includes.ts';
import { decoded, type Text, type Texts } from './text.ts';

/**
 * The headers of a folder's sources that stand elsewhere, by their paths from it. `read` gives a file by such a path, null where there is
 * none.
 */
export async function headersElsewhere(
  folder: Texts,
  read: (path: string) => Promise<Text | null>,
): Promise<Texts> {
  const found = new Map<string, Text>();
  for (const [name, text] of folder) {
    for (const header of ownHeaders(name, decoded(text))) {
      if (folder.has(header)) continue;
      for (const path of headerPaths(header)) {
        const content = await read(path);
        if (content === null) continue;
        found.set(path, content);
        break;
      }
    }
  }
  return found;
}
