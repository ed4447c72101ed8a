import { ProfileError } from '../error.ts';
import type { Fingerprint } from './fingerprint.ts';

/** A leak that is set aside, and why. */
export interface KnownLeak extends Fingerprint {
  readonly because: string;
}

/** More than anybody lives with. */
const mostKnown = 1_000;
const longestText = 1 << 20;
const entryKeys = ['site', 'own', 'because'];

/**
 * Reads the file of known leaks: `{"known": [{"site": FUNCTION, "own": [FUNCTION, …], "because": TEXT}]}`. `own` has up to
 * three callers, nearest first; fewer match more, none any way to the site. Throws `badOption`, going on after the file's
 * name.
 */
export function parseKnownLeaks(text: string): readonly KnownLeak[] {
  if (text.length > longestText) throw wrong('is larger than 1 MiB');
  const known = objectOf(jsonOf(text), 'it', ['known'])['known'];
  if (!Array.isArray(known)) throw wrong('has no list “known”');
  if (known.length > mostKnown) throw wrong(`lists more than ${mostKnown} leaks`);
  return known.map((entry: unknown, i) => {
    const which = `entry ${i + 1} of “known”`;
    const { site, own = [], because = '' } = objectOf(entry, which, entryKeys);
    if (typeof site !== 'string' || site === '') throw wrong(`has no “site” in ${which}`);
    if (typeof because !== 'string') throw wrong(`has a “because” in ${which} that is no text`);
    if (!isTexts(own) || own.length > 3)
      throw wrong(`has an “own” in ${which} that is no list of up to three functions`);
    return { site, own, because };
  });
}

/** The first entry that a site is; undefined where it is not known. */
export function knownAs({ site, own }: Fingerprint, known: readonly KnownLeak[]): KnownLeak | undefined {
  return known.find(leak => leak.site === site && leak.own.every((name, i) => name === own[i]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('is no JSON');
  }
}

function objectOf(value: unknown, which: string, allowed: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`has to be an object: ${which} is none`);
  const unknown = Object.keys(value).find(key => !allowed.includes(key));
  if (unknown !== undefined)
    throw wrong(`has “${unknown}” in ${which}, which is none of ${allowed.join(', ')}`);
  return value as Record<string, unknown>;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function wrong(detail: string): ProfileError {
  return new ProfileError('badOption', detail);
}
