import type { Judged } from '../gate/judge.ts';
import type { RecognisedSite } from '../gate/measurePair.ts';

/**
 * Limits for programs: `{limit, outcome, sentence, sites}`, `outcome` one of `held`, `passed` and `cannotJudge`, `sites` those
 * that passed it, each `{name, file, line}`.
 */
export function limitJson(judged: readonly Judged[]): string {
  return JSON.stringify(
    judged.map(({ limit, outcome, sentence, sites }) => ({
      limit: limit.text,
      outcome,
      sentence,
      sites: sites.map(({ name, file, line }) => ({ name, file, line })),
    })),
  );
}

/**
 * Sites that grew with what they are recognised by, `{site, own}`, as an entry of the file of known leaks has it, and `known`:
 * why it is set aside, null where it is not; `back`: when or how a leak was fixed that grows again, null of others.
 */
export function fingerprintJson(sites: readonly RecognisedSite[]): string {
  const written = sites.map(({ site, fingerprint, known, back }) =>
    JSON.stringify({
      ...fingerprint,
      net: Math.round(site.net),
      known: known === null ? null : known.because,
      back: back === null ? null : back.fixed,
    }),
  );
  return `[${written.length > 0 ? `\n${written.join(',\n')}\n` : ''}]`;
}
