import type { Location } from '../ids.ts';
import type { LineTable, ProfileLines } from '../names/lineTable.ts';
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

/** Applies one pattern to frames as pprof does: to the function's name and file, as its profile has them, and the mapping's file. */
export class FrameMatcher {
  readonly #pattern: Pattern;
  readonly #names: Answers;
  readonly #files: Answers;
  readonly #mappings = new Map<string, boolean>();

  constructor(pattern: Pattern, lines: LineTable) {
    this.#pattern = pattern;
    this.#names = new Answers(pattern, lines.names);
    this.#files = new Answers(pattern, lines.files);
  }

  /** Whether a function of a profile matches, by its row; that of a line without one, −1, does not. */
  matchesFunction({ functionName, functionFile }: ProfileLines, row: number): boolean {
    if (row < 0) return false;
    return this.#names.of(functionName[row] as number) || this.#files.of(functionFile[row] as number);
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

/** Whether each of many texts matches, asked once. */
class Answers {
  readonly #pattern: Pattern;
  readonly #texts: readonly string[];
  /** 0 not asked, 1 no, 2 yes. */
  readonly #known: Uint8Array;

  constructor(pattern: Pattern, texts: readonly string[]) {
    this.#pattern = pattern;
    this.#texts = texts;
    this.#known = new Uint8Array(texts.length);
  }

  of(index: number): boolean {
    if (this.#known[index] === 0) this.#known[index] = this.#pattern.test(this.#texts[index] ?? '') ? 2 : 1;
    return this.#known[index] === 2;
  }
}
