import type { IdColumn, Line, Location } from '../ids.ts';
import type { Profile } from '../profile.ts';
import { cleanPath } from './cleanPath.ts';
import { filelessIn } from './fileless.ts';
import { mappingFiles } from './mappings.ts';
import type { FunctionText } from './ownCode.ts';
import { PairIds } from './pairIds.ts';
import type { Place } from './place.ts';
import { stableName } from './stableName.ts';

/** Line 0 of every table, for where the outer part of a stack is missing. */
export const truncatedLine = 0 as Line;
/** The first line that comes from a profile. */
export const firstProfileLine = 1 as Line;

/** Lines of a profile's locations: location `i` has `line[start[i] ..< start[i + 1]]`, outermost caller first. */
export interface LocationLines {
  readonly start: Uint32Array;
  readonly line: IdColumn<Line>;
}

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
  readonly locations: readonly LocationLines[];
}

/**
 * Numbers the lines of all profiles by content. A location without a function becomes a line named after its module.
 * `stable` is `stableName`, or what remembers its answers.
 */
export function internLines(profiles: readonly Profile[], stable = stableName): LineTable {
  const names = new Names(stable);
  const files = new Strings();
  const modules = new Strings();
  const functions = new PairIds(); // (name, file)
  const owners = new PairIds(); // (function, module)
  const lines = new PairIds(largest(profiles)); // (owner, line)
  const startLines = [0];
  lines.idOf(owners.idOf(functions.idOf(0, 0), 0), -1);

  const mapped = mappingFiles(profiles);
  const locations = profiles.map((profile, i) => {
    const { functions: rows, locations: columns, strings } = profile;
    const moduleOf = mapped[i]?.map(file => modules.idOf(moduleName(file))) ?? [];
    const unknownModule = modules.idOf('[unknown]');
    const fileOf = new Int32Array(strings.length).fill(-1);
    const nameOf = new Int32Array(strings.length).fill(-1);
    const functionOf = new Int32Array(rows.count).fill(-1);

    // pprof shortens `https://` to `https:/`; what V8 writes are addresses that have to stay such.
    const fileName = profile.format === 'v8' ? (path: string): string => path : cleanPath;
    const fileId = (index: number): number => {
      if (fileOf[index] === -1) fileOf[index] = files.idOf(fileName(strings.get(index)));
      return fileOf[index] as number;
    };
    const fileless = filelessIn(profile);
    const filelessId = (index: number): number =>
      index === 0 ? 0 : files.idOf(fileless(strings.get(index)));
    const nameId = (index: number): number => {
      if (nameOf[index] === -1) nameOf[index] = names.idOf(strings.get(index));
      return nameOf[index] as number;
    };

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
          const name = row < 0 ? 0 : rows.name[row] || (rows.systemName[row] as number);
          const named = name !== 0 && strings.get(name) !== '';
          const file = row < 0 ? 0 : fileId(rows.file[row] as number) || filelessId(name);
          const id = named ? nameId(name) : names.idOf(addressName(profile, location, modules.get(module)));
          const known = row >= 0 && files.get(file) !== '';
          owner = owners.idOf(functions.idOf(id, file), known ? 0 : module);
          if (named && known) functionOf[row] = owner;
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
    return { start, line: line.slice(0, filled) as IdColumn<Line> };
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

/**
 * Function names, numbered by what they are without type arguments and what changes with the build. One spelling is
 * shown as it is.
 */
class Names {
  readonly values: string[] = [''];
  readonly #ids = new Map([['', 0]]);
  /** Of each spelling: most names are spelt alike in both profiles. */
  readonly #known = new Map<string, number>();
  readonly #stable: (name: string) => string;

  constructor(stable: (name: string) => string) {
    this.#stable = stable;
  }

  idOf(value: string): number {
    let id = this.#known.get(value);
    if (id === undefined) {
      id = this.#idOfNew(value);
      this.#known.set(value, id);
    }
    return id;
  }

  #idOfNew(value: string): number {
    const key = this.#stable(value);
    const id = this.#ids.get(key);
    if (id === undefined) {
      this.#ids.set(key, this.values.length);
      return this.values.push(value) - 1;
    }
    if (this.values[id] !== value) this.values[id] = key;
    return id;
  }
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
