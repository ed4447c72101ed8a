import type { Place } from '../names/place.ts';
import type { ValueKind } from '../pair/valueKind.ts';

/** A line that a hint speaks of. */
export interface HintLine {
  /** A name of the package's files. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Where a name stands in a file of the package. */
export interface HintPosition extends HintLine {
  /** 0-based, in UTF-16 units. */
  readonly column: number;
}

/** What a site adds to, by its name at the site: a language server can tell where else that name stands. */
export interface Subject extends HintPosition {
  readonly name: string;
}

/** A guess why a line leaks, read from the source. Always shown as a hint, with its reason. */
export interface Hint {
  /** Names the reason in tests and the log. */
  readonly rule: string;
  /** What was found, what was looked for in vain, and how far. Code stands in back-quotes. */
  readonly text: string;
  /** Lines that bear the reason out, none for a hint from the stack alone. */
  readonly lines: readonly HintLine[];
  /** Lines to look at next, under a title that says what they are; null where nothing is sure. */
  readonly next: { readonly title: string; readonly lines: readonly HintLine[] } | null;
}

/** What a hint is made from, besides the sources. */
export interface HintInput {
  /** What grew: nothing but memory is kept. */
  readonly kind: ValueKind;
  /**
   * The frame nearest to the allocation whose source is the user's own, at its line today; null where the
   * stack has none, as in the network library's own goroutines.
   */
  readonly site: Omit<Place, 'startLine'> | null;
  /** Frames above the site on its largest stack, nearest first, in files of the package by their names there. */
  readonly callers: readonly Omit<Place, 'startLine'>[];
  /** The stack's function names, allocating function first. */
  readonly stack: readonly string[];
  /** The site's retained share, 0 … 1; null when unknown. */
  readonly retained: number | null;
  /** Every use of the subject that a language server knows; null where none was asked. */
  readonly references: readonly HintPosition[] | null;
}

/** Longer files, in characters, are not read for hints: they are generated, and would take seconds. */
export const maxSourceLength = 2_000_000;
