import type { Profile } from '../profile.ts';
import { stringTable } from '../stringTable.ts';
import type { Original, Position } from './generatedScript.ts';

/** Where a function of a profile was written, null where it is to stay where it is. */
export type OriginalOf = (file: string, position: Position) => Original | null;

/** Where the function of a line of the profile's locations begins, null where it has none. */
export function functionOf(
  { strings, functions, locations }: Profile,
  line: number,
): { readonly file: string; readonly position: Position } | null {
  const row = locations.lineFunction[line] as number;
  if (row < 0) return null;
  return {
    file: strings.get(functions.file[row] as number),
    position: {
      name: strings.get(functions.name[row] as number),
      line: locations.lineNumber[line] as number,
      column: locations.lineColumn[line] as number,
    },
  };
}

/** The profile with functions named and placed as source has them. Samples and values are the same. */
export function withOriginals(profile: Profile, originalOf: OriginalOf): Profile {
  const { strings, functions, locations } = profile;
  const texts = Array.from({ length: strings.length }, (_, i) => strings.get(i));
  const ids = new Map(texts.map((text, i) => [text, i]));
  const idOf = (text: string): number => {
    const id = ids.get(text) ?? texts.push(text) - 1;
    ids.set(text, id);
    return id;
  };
  const name = [...functions.name];
  const systemName = [...functions.systemName];
  const file = [...functions.file];
  const startLine = [...functions.startLine];
  /** Rows of functions as source has them, by what they are. */
  const rows = new Map<string, number>();
  const rowOf = (original: Original, of: number): number => {
    const key = `${original.line}\n${original.file}\n${original.name}`;
    const row = rows.get(key) ?? name.push(idOf(original.name)) - 1;
    if (row === file.length) {
      rows.set(key, row);
      systemName.push(functions.systemName[of] ?? 0);
      file.push(idOf(original.file));
      startLine.push(original.line);
    }
    return row;
  };
  const lineFunction = locations.lineFunction.slice();
  const lineNumber = locations.lineNumber.slice();
  const lineColumn = locations.lineColumn.slice();
  for (let i = 0; i < lineFunction.length; i++) {
    const begins = functionOf(profile, i);
    const original = begins && originalOf(begins.file, begins.position);
    if (original === null) continue;
    lineFunction[i] = rowOf(original, lineFunction[i] as number);
    lineNumber[i] = original.line;
    lineColumn[i] = 0;
  }
  return {
    ...profile,
    strings: stringTable(texts),
    functions: {
      count: name.length,
      name: Uint32Array.from(name),
      systemName: Uint32Array.from(systemName),
      file: Uint32Array.from(file),
      startLine: Float64Array.from(startLine),
    },
    locations: { ...locations, lineFunction, lineNumber, lineColumn },
  };
}
