import type { Line, Location } from '../ids.ts';
import { type LineTable, noLines } from '../names/lineTable.ts';
import type { Place } from '../names/place.ts';
import type { Profile } from '../profile.ts';

/** Names of functions and paths of files as profiles have them, which is what filters are asked of. */
export interface Spellings {
  readonly names: readonly string[];
  readonly files: readonly string[];
}

/** How the profiles spell a function of the table, in that file, or where it is named as the file what stands in the file; each once. */
export function spellingsOf(
  profiles: readonly Profile[],
  table: LineTable,
  { name, file }: Pick<Place, 'name' | 'file'>,
): Spellings {
  const names = new Set<string>();
  const files = new Set<string>();
  const isAsked = (line: Line): boolean =>
    table.files[table.file[line] as number] === file &&
    (name === file || table.names[table.name[line] as number] === name);
  for (const [i, { locations }] of profiles.entries()) {
    const { start, line, functionName, functionFile } = table.locations[i] ?? noLines;
    for (let location = 0 as Location; location < locations.count; location++) {
      let row = locations.lineStart[location + 1] as number;
      // The table has them outermost first.
      for (let at = start[location] as number; --row >= (locations.lineStart[location] as number); at++) {
        const of = locations.lineFunction[row] as number;
        if (of < 0 || !isAsked(line[at] as Line)) continue;
        names.add(table.names[functionName[of] as number] ?? '');
        files.add(table.files[functionFile[of] as number] ?? '');
      }
    }
  }
  const known = (texts: ReadonlySet<string>): readonly string[] => [...texts].filter(text => text !== '');
  return { names: known(names), files: known(files) };
}
