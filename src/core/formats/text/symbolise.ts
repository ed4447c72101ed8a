import type { Profile, StringTable } from '../../profile.ts';
import type { Limits } from '../limits.ts';
import { LineColumnsBuilder } from '../lineColumns.ts';
import type { Symbols } from './symbols.ts';

/**
 * Names the locations of a dump. A symbol's address is that of the call, or the one it returns to, as tools and
 * versions of them differ. What has no symbol stays as it is. Throws `ProfileError` with code `overLimit`.
 */
export function symbolised(profile: Profile, symbols: Symbols, limits: Limits): Profile {
  const { locations, functions, strings } = profile;
  const texts: string[] = [];
  const rows = new Map<string, number>();
  const functionOf = (name: string): number => {
    let row = rows.get(name);
    if (row === undefined) {
      row = functions.count + texts.push(name) - 1;
      rows.set(name, row);
    }
    return row;
  };
  const lines = new LineColumnsBuilder(locations.lineFunction.length + locations.count, limits);
  const lineStart = new Uint32Array(locations.count + 1);
  for (let row = 0; row < locations.count; row++) {
    const from = locations.lineStart[row] ?? 0;
    const to = locations.lineStart[row + 1] ?? 0;
    for (let i = from; i < to; i++) {
      lines.add(locations.lineFunction[i] ?? -1, locations.lineNumber[i] ?? 0, locations.lineColumn[i] ?? 0);
    }
    const address = locations.address[row] ?? 0n;
    const names = from < to ? [] : (symbols.get(address) ?? symbols.get(address + 1n) ?? []);
    for (const name of [...names].reverse()) lines.add(functionOf(name), 0, 0);
    lineStart[row + 1] = lines.count;
  }
  const added = Uint32Array.from(texts, (_, i) => strings.length + i);
  const nothing = new Uint32Array(texts.length);
  return {
    ...profile,
    strings: withTexts(strings, texts),
    functions: {
      count: functions.count + texts.length,
      name: joined(functions.name, added),
      systemName: joined(functions.systemName, added),
      file: joined(functions.file, nothing),
      startLine: Float64Array.from([...functions.startLine, ...nothing]),
    },
    locations: { ...locations, lineStart, ...lines.build() },
  };
}

function withTexts(strings: StringTable, texts: readonly string[]): StringTable {
  return {
    length: strings.length + texts.length,
    get: index => texts[index - strings.length] ?? strings.get(index),
  };
}

function joined(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
