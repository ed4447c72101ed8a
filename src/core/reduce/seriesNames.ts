import { type FunctionText, type OwnTest, ownCode } from '../names/ownCode.ts';
import { stableName } from '../names/stableName.ts';

/** A function as all captures of a series have it: one object for each that is equal. */
export interface SeriesFunction extends FunctionText {
  /** `siteKey` of it. */
  readonly key: string;
  /** The same, named without what changes from build to build. */
  readonly stable: FunctionText;
}

/** All functions of a capture. */
export interface SeriesFunctions {
  readonly stable: readonly FunctionText[];
  /** What can be told of the reader's own code from them, and those that are. */
  readonly isOwn: OwnTest;
  readonly own: ReadonlySet<SeriesFunction>;
}

/**
 * What follows from names alone, kept for all captures of a series: nearly all functions are in each, and mostly one capture
 * has the same as the one before it.
 */
export class SeriesNames {
  readonly #stable = new Map<string, string>();
  /** By file and name. */
  readonly #known = new Map<string, Map<string, SeriesFunction>>();
  #last: SeriesFunctions & { readonly all: ReadonlySet<SeriesFunction>; readonly binary: string } = {
    binary: '',
    all: new Set(),
    stable: [],
    isOwn: () => false,
    own: new Set(),
  };

  /** A function's name without what changes from build to build. */
  readonly stable = (name: string): string => {
    let stable = this.#stable.get(name);
    if (stable === undefined) {
      stable = stableName(name);
      this.#stable.set(name, stable);
    }
    return stable;
  };

  /** Joins all names of a capture that builds tell apart alone, as `internLines` asks for it: a site has one in all captures. */
  readonly joined = (names: readonly string[]): ReadonlyMap<number, string> => {
    const first = new Map<string, number>();
    const joined = new Map<number, string>();
    for (const [id, name] of names.entries()) {
      const stable = this.stable(name);
      const before = first.get(stable);
      if (before === undefined) first.set(stable, id);
      else joined.set(before, stable).set(id, stable);
    }
    return joined;
  };

  of(name: string, file: string): SeriesFunction {
    let named = this.#known.get(file);
    if (named === undefined) {
      named = new Map();
      this.#known.set(file, named);
    }
    let known = named.get(name);
    if (known === undefined) {
      const stable = this.stable(name);
      known = { name, file, key: keyOf(stable, file), stable: { name: stable, file } };
      named.set(name, known);
    }
    return known;
  }

  /** What follows from all functions of a capture, each once, whatever their order, and from the path of its binary. */
  together(functions: readonly SeriesFunction[], binary: string): SeriesFunctions {
    const { all } = this.#last;
    const isSame = binary === this.#last.binary && functions.length === all.size;
    if (!isSame || !functions.every(each => all.has(each))) {
      const isOwn = ownCode(functions, binary);
      this.#last = {
        binary,
        all: new Set(functions),
        stable: functions.map(({ stable }) => stable),
        isOwn,
        own: new Set(functions.filter(({ name, file }) => isOwn(name, file))),
      };
    }
    return this.#last;
  }
}

/** Equal for one site in all captures: its function, named without what changes from build to build, and its file. */
export function siteKey(name: string, file: string): string {
  return keyOf(stableName(name), file);
}

function keyOf(stable: string, file: string): string {
  return `${stable}\n${file}`;
}
