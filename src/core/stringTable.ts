import type { StringTable } from './profile.ts';

/** A table of strings that are there already. */
export function stringTable(strings: readonly string[]): StringTable {
  return {
    length: strings.length,
    get: index => {
      const string = strings[index];
      if (string === undefined) throw new RangeError(`string ${index} of ${strings.length}`);
      return string;
    },
  };
}
