import type { Fingerprint } from './fingerprint.ts';
import { backAs, type KnownLeak, knownAs, parseKnownLeaks } from './knownLeaks.ts';

/** What becomes of a site: it is lived with, it was fixed (when or how), or it is like any other. */
export type KnownChange =
  | { readonly to: 'known'; readonly because: string }
  | { readonly to: 'fixed'; readonly fixed: string }
  | { readonly to: 'unknown' };

/**
 * The file of known leaks with one site changed and all else as it was; `text` is null where there is no file yet. Throws
 * `badOption` for a file that is not understood, which is not written over.
 */
export function changedKnown(text: string | null, fingerprint: Fingerprint, change: KnownChange): string {
  const known = text === null ? [] : parseKnownLeaks(text);
  const is = knownAs(fingerprint, known) ?? backAs(fingerprint, known);
  const changed = changedEntry(is ?? { ...fingerprint, because: '', fixed: null }, change);
  const left = known.flatMap(each => (each === is ? changed : [each]));
  return `${JSON.stringify({ known: (is === undefined ? [...left, ...changed] : left).map(entryOf) }, null, 2)}\n`;
}

function changedEntry(leak: KnownLeak, change: KnownChange): readonly KnownLeak[] {
  switch (change.to) {
    case 'known':
      return [{ ...leak, because: change.because, fixed: null }];
    case 'fixed':
      return [{ ...leak, fixed: change.fixed }];
    case 'unknown':
      return [];
  }
}

/** As people write it: what says nothing is left out. */
function entryOf({ site, own, because, fixed }: KnownLeak): Readonly<Record<string, unknown>> {
  return {
    site,
    ...(own.length > 0 && { own }),
    ...(because !== '' && { because }),
    ...(fixed !== null && { fixed }),
  };
}
