import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Fingerprint } from './fingerprint.ts';

/** A leak that is set aside, and why; or one that was fixed, and is told where it grows again. */
export interface KnownLeak extends Fingerprint {
  readonly because: string;
  /** When or how it was fixed; null while it is lived with. */
  readonly fixed: string | null;
}

/** Where the list is, in the folder that is worked in. */
export const knownFileName = '.heap-diff.json';

/** More than anybody lives with. */
const mostKnown = 1_000;
/** Of the whole file. */
export const mostKnownBytes = 1 << 20;
const entryKeys = ['site', 'own', 'because', 'fixed'];

/**
 * Reads the file of known leaks: `{"known": [{"site": FUNCTION, "own": [FUNCTION, …], "because": TEXT, "fixed": TEXT}]}`. `own` has
 * up to three callers, nearest first; fewer match more, none any way to the site. `fixed` says when or how it was fixed. Throws
 * `badOption`, going on after the file's name.
 */
export function parseKnownLeaks(text: string): readonly KnownLeak[] {
  if (text.length > mostKnownBytes) throw wrong(l10n.t('is larger than 1 MiB'));
  const known = objectOf(jsonOf(text), null, ['known'])['known'];
  if (!Array.isArray(known)) throw wrong(l10n.t('has no list “known”'));
  if (known.length > mostKnown) throw wrong(l10n.t`lists more than ${mostKnown} leaks`);
  return known.map((entry: unknown, i) => {
    const which = l10n.t`entry ${i + 1} of “known”`;
    const { site, own = [], because = '', fixed = null } = objectOf(entry, which, entryKeys);
    if (typeof site !== 'string' || site === '') throw wrong(l10n.t`has no “site” in ${which}`);
    if (typeof because !== 'string') throw wrong(l10n.t`has a “because” in ${which} that is no text`);
    if (!isTexts(own) || own.length > 3)
      throw wrong(l10n.t`has an “own” in ${which} that is no list of up to three functions`);
    if (fixed !== null && (typeof fixed !== 'string' || fixed === ''))
      throw wrong(l10n.t`has a “fixed” in ${which} that does not say when or how`);
    return { site, own, because, fixed };
  });
}

/** The entry that sets a site aside; undefined where none does. */
export function knownAs(fingerprint: Fingerprint, known: readonly KnownLeak[]): KnownLeak | undefined {
  return known.find(leak => leak.fixed === null && isOf(leak, fingerprint));
}

/** The entry that says that a site was fixed, where none sets it aside: growth of it is back. */
export function backAs(fingerprint: Fingerprint, known: readonly KnownLeak[]): KnownLeak | undefined {
  if (knownAs(fingerprint, known) !== undefined) return undefined;
  return known.find(leak => leak.fixed !== null && isOf(leak, fingerprint));
}

function isOf(leak: KnownLeak, { site, own }: Fingerprint): boolean {
  return leak.site === site && leak.own.every((name, i) => name === own[i]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(l10n.t('is no JSON'));
  }
}

function objectOf(value: unknown, which: string | null, allowed: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(
      which === null
        ? l10n.t('has to be an object: it is none')
        : l10n.t`has to be an object: ${which} is none`,
    );
  const unknown = Object.keys(value).find(key => !allowed.includes(key));
  if (unknown !== undefined) {
    const keys = allowed.join(', ');
    throw wrong(
      which === null
        ? l10n.t`has “${unknown}” in it, which is none of ${keys}`
        : l10n.t`has “${unknown}” in ${which}, which is none of ${keys}`,
    );
  }
  return value as Record<string, unknown>;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function wrong(detail: string): ProfileError {
  return new ProfileError('badOption', detail);
}
