import type { IdColumn, Line, Location } from '../ids.ts';
import type { Profile } from '../profile.ts';
import { cleanPath } from './cleanPath.ts';
import { filelessIn } from './fileless.ts';
import { mappingFiles } from './mappings.ts';
import type { FunctionText } from './ownCode.ts';
import { PairIds } from './pairIds.ts';
import type { Place } from './place.ts';
import { respelt } from './stableName.ts';

/** Line 0 of every table, for where the outer part of a stack is missing. */
export const truncatedLine = 0 as Line;
/** The first line that comes from a profile. */
export const firstProfileLine = 1 as Line;

/** Lines of a profile's locations: location `i` has `line[start[i] ..< start[i + 1]]`, outermost caller first. */
export interface LocationLines {
  readonly start: Uint32Array;
  readonly line: IdColumn<Line>;
}

/** The same, with the functions as the profile itself spells them, one entry a row: indices into the table's `names` and `files`. */
export interface ProfileLines extends LocationLines {
  readonly functionName: Uint32Array;
  /** Where the profile names no file, but the name tells it, that. */
  readonly functionFile: Uint32Array;
}

/** Of a profile that the table does not have. */
export const noLines: ProfileLines = {
  start: new Uint32Array(1),
  line: new Uint32Array() as IdColumn<Line>,
  functionName: new Uint32Array(),
  functionFile: new Uint32Array(),
};

/**
 * Every source line that the profiles mention, numbered once for all of them by content, so that equal lines of
 * two builds have one number. Each granularity is a map from these numbers (`frames.ts`).
 */
export interface LineTable {
  readonly count: number;
  /** One entry a line: indices into `names`, `files` and `modules`. */
  readonly name: Uint32Array;
  readonly file: Uint32Array;
  /** 0 (`''`) when the file is known, since the file then says it better. */
  readonly module: Uint32Array;
  /** 0 when unknown. */
  readonly line: Float64Array;
  /** Line of the function's declaration, as the last profile has it; 0 when unknown. */
  readonly startLine: Float64Array;
  readonly names: readonly string[];
  readonly files: readonly string[];
  /** Names as pprof prints them, `[libfoo.so]`. */
  readonly modules: readonly string[];
  /** One for each profile. */
  readonly locations: readonly ProfileLines[];
}

/**
 * Numbers the lines of all profiles by content. A location without a function becomes a line named after its module.
 * `joined` says which names are known as what else: of a pair, those that are spelt otherwise in the other profile.
 */
export function internLines(profiles: readonly Profile[], joined = respelt): LineTable {
  const names = new Strings();
  const files = new Strings();
  const modules = new Strings();
  const functions = new PairIds(); // (name, file)
  const owners = new PairIds(); // (function, module)
  const lines = new PairIds(largest(profiles)); // (owner, line)
  const startLines = [0];
  lines.idOf(owners.idOf(functions.idOf(0, 0), 0), -1);

  const standsIn = [0];
  const spelt = profiles.map((profile, i) => {
    const { functions: rows, strings } = profile;
    const nameId = byIndex(strings.length, index => names.idOf(strings.get(index)));
    const fileId = byIndex(strings.length, index => files.idOf(strings.get(index)));
    const fileless = filelessIn(profile);
    const functionName = new Uint32Array(rows.count);
    const functionFile = new Uint32Array(rows.count);
    for (let row = 0; row < rows.count; row++) {
      const index = rows.name[row] || (rows.systemName[row] as number);
      const name = nameId(index);
      standsIn[name] = (standsIn[name] ?? 0) | (1 << i);
      functionName[row] = name;
      functionFile[row] =
        fileId(rows.file[row] as number) || (name === 0 ? 0 : files.idOf(fileless(names.get(name))));
    }
    return { functionName, functionFile };
  });
  const known = new Map<number, number>();
  for (const [name, stable] of joined(names.values, standsIn)) known.set(name, names.idOf(stable));

  const mapped = mappingFiles(profiles);
  const locations = profiles.map((profile, i) => {
    const { functions: rows, locations: columns } = profile;
    const moduleOf = mapped[i]?.map(file => modules.idOf(moduleName(file))) ?? [];
    const unknownModule = modules.idOf('[unknown]');
    const functionOf = new Int32Array(rows.count).fill(-1);
    const { functionName, functionFile } = spelt[i] ?? noLines;

    // pprof shortens `https://` to `https:/`; what V8 writes are addresses that have to stay such.
    const fileName = profile.format === 'v8' ? (path: string): string => path : cleanPath;
    const cleanId = byIndex(files.values.length, id => files.idOf(fileName(files.get(id))));

    const start = new Uint32Array(columns.count + 1);
    const line = new Uint32Array(columns.lineFunction.length + columns.count) as IdColumn<Line>;
    let filled = 0;
    for (let location = 0 as Location; location < columns.count; location++) {
      start[location] = filled;
      const mapping = columns.mapping[location] as number;
      const module = mapping < 0 ? unknownModule : (moduleOf[mapping] as number);
      const first = columns.lineStart[location] as number;
      const end = columns.lineStart[location + 1] as number;
      for (let i = end - 1; i >= first; i--) {
        const row = columns.lineFunction[i] as number;
        let owner = row < 0 ? -1 : (functionOf[row] as number);
        if (owner < 0) {
          const name = row < 0 ? 0 : (functionName[row] as number);
          const file = row < 0 ? 0 : cleanId(functionFile[row] as number);
          const id =
            name === 0
              ? names.idOf(addressName(profile, location, modules.get(module)))
              : (known.get(name) ?? name);
          owner = owners.idOf(functions.idOf(id, file), file === 0 ? module : 0);
          if (name !== 0 && file !== 0) functionOf[row] = owner;
        }
        const id = lines.idOf(owner, columns.lineNumber[i] as number) as Line;
        startLines[id] = row < 0 ? 0 : (rows.startLine[row] as number);
        line[filled++] = id;
      }
      if (first === end) {
        const id = names.idOf(addressName(profile, location, modules.get(module)));
        const bare = lines.idOf(owners.idOf(functions.idOf(id, files.idOf('')), module), 0) as Line;
        startLines[bare] = 0;
        line[filled++] = bare;
      }
    }
    start[columns.count] = filled;
    return { start, line: line.slice(0, filled) as IdColumn<Line>, functionName, functionFile };
  });

  const owner = lines.firsts();
  const ownerFunction = owners.firsts();
  const ownerModule = owners.seconds();
  const functionName = functions.firsts();
  const functionFile = functions.seconds();
  return {
    count: lines.count,
    name: owner.map(o => functionName[ownerFunction[o] as number] as number),
    file: owner.map(o => functionFile[ownerFunction[o] as number] as number),
    module: owner.map(o => ownerModule[o] as number),
    line: lines.seconds(),
    startLine: Float64Array.from(startLines),
    names: names.values,
    files: files.values,
    modules: modules.values,
    locations,
  };
}

/** Where a line of the table stands. */
export function placeOfLine(lines: LineTable, line: Line): Place {
  return {
    name: lines.names[lines.name[line] ?? 0] ?? '',
    file: lines.files[lines.file[line] ?? 0] ?? '',
    line: lines.line[line] ?? 0,
    startLine: lines.startLine[line] ?? 0,
  };
}

/** Whether a line of the table is of that function in that file; a frame of a file as a whole has its name from the file. */
export function namesPlace(table: LineTable, { name, file }: Pick<Place, 'name' | 'file'>): boolean {
  const id = file === '' ? -1 : table.files.indexOf(file);
  if (id < 0) return false;
  return table.file.some(
    (of, line) => of === id && (name === file || table.names[table.name[line] as number] === name),
  );
}

/** Each function of the table, or of one of the profiles, once and in its order. */
export function functionsOf(table: LineTable, profile?: number): FunctionText[] {
  const { count, name, file, names, files, locations } = table;
  const lines = profile === undefined ? undefined : new Set(locations[profile]?.line);
  const seen = new PairIds();
  const found: FunctionText[] = [];
  for (let line = firstProfileLine; line < count; line++) {
    if (lines?.has(line) === false) continue;
    if (seen.idOf(name[line] as number, file[line] as number) < found.length) continue;
    found.push({ name: names[name[line] as number] ?? '', file: files[file[line] as number] ?? '' });
  }
  return found;
}

/** Distinct strings, numbered; 0 is `''`. */
class Strings {
  readonly values: string[] = [''];
  readonly #ids = new Map([['', 0]]);

  idOf(value: string): number {
    let id = this.#ids.get(value);
    if (id === undefined) {
      id = this.values.push(value) - 1;
      this.#ids.set(value, id);
    }
    return id;
  }

  get(id: number): string {
    return this.values[id] ?? '';
  }
}

/** Remembers what a function of numbers below `count` says. */
function byIndex(count: number, find: (index: number) => number): (index: number) => number {
  const known = new Int32Array(count).fill(-1);
  return index => {
    if (known[index] === -1) known[index] = find(index);
    return known[index] as number;
  };
}

/** Most lines that the locations of one profile have; those of another are mostly the same. */
function largest(profiles: readonly Profile[]): number {
  return Math.max(0, ...profiles.map(({ locations }) => locations.lineFunction.length));
}

function moduleName(file: string): string {
  return file === '' ? '[unknown]' : `[${file.slice(file.lastIndexOf('/') + 1)}]`;
}

/** Module and offset in its file, which do not change from run to run as addresses do: `[libfoo.so] 0x1a2b`. */
function addressName({ mappings, locations }: Profile, location: Location, module: string): string {
  const address = locations.address[location] ?? 0n;
  const { start, fileOffset } = mappings[locations.mapping[location] ?? -1] ?? { start: 0n, fileOffset: 0n };
  return `${module} 0x${BigInt.asUintN(64, address - start + fileOffset).toString(16)}`;
}
