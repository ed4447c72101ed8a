import { RE2JS, RE2JSException } from 're2js';
import type { FlameMatches } from '../../src/core/flame/search.ts';
import type { FrameNames } from './frameNames.ts';

/** What the search box says and what it found in the scene on screen. */
export interface SearchState {
  readonly pattern: string;
  /** Why the pattern cannot be used. */
  readonly error: string | null;
  /** Null when nothing is searched for. */
  readonly isMatch: ((text: string) => boolean) | null;
  readonly matches: FlameMatches | null;
  /** One entry a frame of the scene, 1 for a match. */
  readonly matched: Uint8Array | null;
  /** Which of the matches is selected, −1 before the first step. */
  readonly at: number;
}

export const noSearch: SearchState = {
  pattern: '',
  error: null,
  isMatch: null,
  matches: null,
  matched: null,
  at: -1,
};

/** Matching is linear in the name (RE2), so that these two bounds are all that hostile input needs. */
const longestPattern = 1000;
const longestName = 4096;

/** Whether a text matches, ignoring case; null for an empty pattern. Throws `PatternError`. */
export function matcherOf(pattern: string): ((text: string) => boolean) | null {
  if (pattern === '') return null;
  if (pattern.length > longestPattern) throw new PatternError(`longer than ${longestPattern} characters`);
  try {
    const expression = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return text => expression.test(text.slice(0, longestName));
  } catch (error) {
    if (error instanceof RE2JSException) throw new PatternError(error.message);
    throw error;
  }
}

/** The pattern is no regular expression; the message says why. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

/** One entry a frame, 1 where the full name matches. */
export function matchedFrames(names: FrameNames, matches: (text: string) => boolean): Uint8Array {
  const matched = new Uint8Array(names.count);
  for (let frame = 0; frame < names.count; frame++) matched[frame] = matches(names.name(frame)) ? 1 : 0;
  return matched;
}
