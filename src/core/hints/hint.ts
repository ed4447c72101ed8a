import type { Place } from '../names/place.ts';

/** Names a rule in settings, tests and the log. */
export type HintRule =
  | 'goMapOnlyFilled'
  | 'goMapEvictedElsewhere'
  | 'goGlobalCache'
  | 'goSliceOnlyAppended'
  | 'goTimerInLoop'
  | 'goUnclosedResponse'
  | 'goGoroutinesPileUp'
  | 'goPinnedArray'
  | 'jsContainerOnlyFilled'
  | 'jsListenerOnlyAdded';

/** A line that a hint speaks of. */
export interface HintLine {
  /** A key of the input's sources. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A guess why a line leaks, read from the source. Always shown as a hint, with its reason. */
export interface Hint {
  readonly rule: HintRule;
  /** The reason: what was found and what was looked for in vain. Code stands in back-quotes. */
  readonly text: string;
  /** Lines that bear the reason out, none for a hint from the stack alone. */
  readonly lines: readonly HintLine[];
}

/** What a hint is made from. */
export interface HintInput {
  /**
   * The source files of the site's package (of its folder, for JavaScript), by any name. All of them: a rule
   * says that something was not found. Not changed once given: what is read of them is kept with the map.
   */
  readonly sources: ReadonlyMap<string, string>;
  /**
   * The frame nearest to the allocation whose source is the user's own, at its line today; null where the
   * stack has none, as in the network library's own goroutines.
   */
  readonly site: Omit<Place, 'startLine'> | null;
  /** The stack's function names, allocating function first. */
  readonly stack: readonly string[];
  /** The site's retained share, 0 … 1; null when unknown. */
  readonly retained: number | null;
}

/** One rule: a hint, or null where it has nothing to say for sure. */
export type Rule = (input: HintInput) => Hint | null;

/** Longer files, in characters, are not read for hints: they are generated, and would take seconds. */
export const maxSourceLength = 2_000_000;
