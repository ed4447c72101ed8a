import * as l10n from '@vscode/l10n';
import type { Look } from '../answers/look.ts';
import type { Recognised, Suspect } from '../answers/requests.ts';
import type { Site } from '../answers/sites.ts';
import type { Chip } from '../evidence/chips.ts';
import { shown } from '../shown.ts';
import { isAside } from './aside.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { backAs, type KnownLeak, knownAs } from './knownLeaks.ts';

/** Sites with what is known of them, those that are set aside last. The look is at functions. */
export function recognisedSites(
  look: Look,
  sites: readonly Site[],
  known: readonly KnownLeak[],
): readonly Suspect[] {
  if (known.length === 0) return sites.map(site => ({ ...site, recognised: null }));
  const fingerprints = fingerprintsOf(look, sites);
  const all = sites.map((site, i): Suspect => {
    const fingerprint = fingerprints[i] ?? { site: site.name, own: [] };
    const leak = knownAs(fingerprint, known) ?? backAs(fingerprint, known);
    return {
      ...site,
      recognised: leak === undefined ? null : { because: leak.because, fixed: leak.fixed },
    };
  });
  return [...all.filter(each => !isAside(each)), ...all.filter(isAside)];
}

/** Says of the site that the sentence leads to that it is known, or back. */
export function recognisedChip({ because, fixed }: Recognised): Chip {
  return fixed === null
    ? {
        text: because === '' ? l10n.t('known leak') : l10n.t`known leak: ${shown(because, longestReason)}`,
        why: l10n.t(
          'It stands in .heap-diff.json, which sets it aside among the suspects and in limits of growth.',
        ),
      }
    : {
        text: l10n.t`is back: was fixed, ${shown(fixed, longestReason)}`,
        why: l10n.t('It stands in .heap-diff.json as fixed, and grows again.'),
      };
}

const longestReason = 80;
