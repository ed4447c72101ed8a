import * as l10n from '@vscode/l10n';
import { type FlameMatches, isSought, type SoughtChange } from '../../src/core/flame/search.ts';
import type { Pair } from '../../src/core/measures/ranges.ts';
import type { FrameNames } from './frameNames.ts';

/** What is searched for: plain text in any case, as VS Code begins, unless told otherwise. */
export interface SearchTerms {
  readonly pattern: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
  readonly sought: SoughtChange;
}

/** What the search says and what it found in the scene on screen. */
export interface SearchState extends SearchTerms {
  /** Why the pattern cannot be used. */
  readonly error: string | null;
  /** Whether a name matches; null when nothing is searched for. */
  readonly isMatch: Matcher | null;
  readonly matches: FlameMatches | null;
  /** Which of the matches is selected, −1 before the first step. */
  readonly at: number;
}

/** Nothing found. */
const nothing = { error: null, isMatch: null, matches: null, at: -1 };

export const noSearch: SearchState = {
  ...nothing,
  pattern: '',
  regex: false,
  matchCase: false,
  sought: 'any',
};

/** These terms, before anything is found. */
export function searchOf({ pattern, regex, matchCase, sought }: SearchTerms): SearchState {
  return { ...nothing, pattern, regex, matchCase, sought };
}

/** Whether the same is searched for, in the same way. */
export function isSameSearch(one: SearchTerms, other: SearchTerms): boolean {
  return (
    one.pattern === other.pattern &&
    one.regex === other.regex &&
    one.matchCase === other.matchCase &&
    one.sought === other.sought
  );
}

/** Nothing is searched for: where room is scarce the box need not be in sight. */
export function isUnused({ pattern, sought }: SearchTerms): boolean {
  return pattern === '' && sought === 'any';
}

/** Matching is linear in the name (RE2), so that these two bounds are all that hostile input needs. */
const longestPattern = 1000;
const longestName = 4096;

/** Whether a text matches. */
export type Matcher = (text: string) => boolean;

/**
 * What finds the terms; null when nothing is searched for. An expression's is a promise: RE2 takes as long to begin as a
 * third of the page, and is not begun before it is asked for. Throws `PatternError`, as the promise does.
 */
export function matcherOf({
  pattern,
  regex,
  matchCase,
  sought,
}: SearchTerms): Matcher | null | Promise<Matcher> {
  if (pattern === '') return sought === 'any' ? null : () => true;
  if (pattern.length > longestPattern)
    throw new PatternError(l10n.t`longer than ${longestPattern} characters`);
  if (regex) return expressionMatcher(pattern, matchCase);
  const plain = matchCase ? pattern : pattern.toLowerCase();
  return text => (matchCase ? text : text.toLowerCase()).includes(plain);
}

async function expressionMatcher(pattern: string, matchCase: boolean): Promise<Matcher> {
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const expression = RE2JS.compile(pattern, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    return text => expression.test(text.slice(0, longestName));
  } catch (error) {
    if (error instanceof RE2JSException) throw new PatternError(error.message);
    throw error;
  }
}

/** Whether a row of a table or a list is one that is searched for. */
export function isLit({ isMatch, sought }: SearchState, name: string, { base, current }: Pair): boolean {
  return isMatch?.(name) === true && isSought(sought, base, current);
}

/** The pattern is no regular expression; the message says why. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

/** One entry a frame, 1 where the full name matches. */
export function matchedFrames(names: FrameNames, matches: Matcher): Uint8Array {
  const matched = new Uint8Array(names.count);
  for (let frame = 0; frame < names.count; frame++) matched[frame] = matches(names.name(frame)) ? 1 : 0;
  return matched;
}
