import type { Line, Location } from '../ids.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Profile } from '../profile.ts';
import type { Filter } from './filterFields.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { compileTagFilter, type TagFilter } from './tagFilter.ts';

/** A filter ready for use; undefined where it is off. */
export interface CompiledFilter {
  readonly focus: FrameMatcher | undefined;
  readonly ignore: FrameMatcher | undefined;
  readonly hide: FrameMatcher | undefined;
  readonly show: FrameMatcher | undefined;
  readonly showFrom: FrameMatcher | undefined;
  readonly tagFocus: TagFilter | undefined;
  readonly tagIgnore: TagFilter | undefined;
}

/** Compiles all parts. Throws `ProfileError` `badOption` for one that is not valid. */
export function compileFilter(filter: Filter, lines: LineTable): CompiledFilter {
  const matcher = (option: string, text: string): FrameMatcher | undefined => {
    const pattern = compilePattern(option, text);
    return pattern && new FrameMatcher(pattern, lines);
  };
  return {
    focus: matcher('focus', filter.focus),
    ignore: matcher('ignore', filter.ignore),
    hide: matcher('hide', filter.hide),
    show: matcher('show', filter.show),
    showFrom: matcher('show from', filter.showFrom),
    tagFocus: compileTagFilter('tag focus', filter.tagFocus),
    tagIgnore: compileTagFilter('tag ignore', filter.tagIgnore),
  };
}

/** Applies one pattern to frames as pprof does: to the function's name, its file, and the mapping's file. */
export class FrameMatcher {
  readonly #pattern: Pattern;
  readonly #lines: LineTable;
  readonly #names: Answers;
  readonly #files: Answers;
  readonly #mappings = new Map<string, boolean>();

  constructor(pattern: Pattern, lines: LineTable) {
    this.#pattern = pattern;
    this.#lines = lines;
    this.#names = new Answers(lines.names.length);
    this.#files = new Answers(lines.files.length);
  }

  /** `line` is one of the line table with a function. */
  matchesLine(line: Line): boolean {
    const name = this.#lines.name[line] as number;
    const file = this.#lines.file[line] as number;
    return (
      this.#names.of(name, () => this.#pattern.test(this.#lines.names[name] ?? '')) ||
      this.#files.of(file, () => this.#pattern.test(this.#lines.files[file] ?? ''))
    );
  }

  /** Whether the file that the location was mapped from matches. */
  matchesMapping({ mappings, locations }: Profile, location: Location): boolean {
    const mapping = mappings[locations.mapping[location] as number];
    if (mapping === undefined) return false;
    let matches = this.#mappings.get(mapping.file);
    if (matches === undefined) {
      matches = this.#pattern.test(mapping.file);
      this.#mappings.set(mapping.file, matches);
    }
    return matches;
  }
}

/** Answers to a question about each number, asked once. */
class Answers {
  /** 0 not asked, 1 no, 2 yes. */
  readonly #known: Uint8Array;

  constructor(count: number) {
    this.#known = new Uint8Array(count);
  }

  of(index: number, ask: () => boolean): boolean {
    if (this.#known[index] === 0) this.#known[index] = ask() ? 2 : 1;
    return this.#known[index] === 2;
  }
}
