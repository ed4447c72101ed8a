import { evidenceIn, type Look } from '../answers/look.ts';
import { grownMost, type Site } from '../answers/sites.ts';
import type { Gap } from '../evidence/gap.ts';
import { whyNoRate } from '../evidence/noRate.ts';
import { type Fingerprint, fingerprintsOf } from '../known/fingerprint.ts';
import { backAs, type KnownLeak, knownAs } from '../known/knownLeaks.ts';
import { isNoise } from '../measures/noise.ts';
import { subtreeRange } from '../measures/ranges.ts';
import { elapsedMs } from '../pair/captureTime.ts';
import { rootNode } from '../tree/callTree.ts';
import type { Measurement } from './judge.ts';

/** A site that grew, by what it is recognised, and the known leak that it is. */
export interface RecognisedSite {
  readonly site: Site;
  readonly fingerprint: Fingerprint;
  readonly known: KnownLeak | null;
  /** The known leak that was fixed, and has come back. */
  readonly back: KnownLeak | null;
}

/** Growth of a pair as limits are held against it. */
export interface MeasuredPair {
  readonly measurement: Measurement;
  /** The largest growth first. */
  readonly sites: readonly RecognisedSite[];
}

/** More sites than anyone sets a limit for. */
const mostSites = 200;

/** When each of a pair was captured, in milliseconds since 1970; null where its file does not say. */
interface Times {
  readonly base: number | null;
  readonly current: number | null;
}

/** Measures a pair, known leaks set aside. `gaps` are what the pair cannot tell. The look is at functions. */
export function measurePair(
  look: Look,
  known: readonly KnownLeak[],
  times: Times,
  gaps: readonly Gap[],
): MeasuredPair {
  const grown = grownMost(look, mostSites);
  const fingerprints = fingerprintsOf(look, grown);
  const sites = grown.map((site, i): RecognisedSite => {
    const fingerprint = fingerprints[i] ?? { site: site.name, own: [] };
    const back = isNoise(site.net, site.evidence) ? undefined : backAs(fingerprint, known);
    return { site, fingerprint, known: knownAs(fingerprint, known) ?? null, back: back ?? null };
  });
  const aside = sites.filter(each => each.known !== null).map(({ site }) => site);
  const elapsed = elapsedMs(times.base, times.current);
  const noHours = whyNoRate(look.relation, times.base, times.current);
  const [held, holds] = [look.measure.base.at(-1) ?? 0, look.measure.current.at(-1) ?? 0];
  const evidence = evidenceIn(look, subtreeRange(look.merged.tree, rootNode));
  return {
    sites,
    measurement: {
      type: look.type.type,
      unit: look.type.unit,
      whole: {
        growth: aside.reduce((rest, { net }) => rest - net, holds - held),
        evidence: evidence && {
          samples: evidence.samples,
          standardError: Math.sqrt(
            // What is left of a sum may be a rounding error below nothing.
            Math.max(
              0,
              aside.reduce((rest, site) => rest - variance(site), evidence.standardError ** 2),
            ),
          ),
        },
        unknown: null,
      },
      sites: sites
        .filter(each => each.known === null)
        .map(({ site }) => ({ growth: site.net, evidence: site.evidence, unknown: null, place: site })),
      hours: elapsed === null || noHours !== null ? null : elapsed / 3_600_000,
      ...(noHours !== null && { noHours }),
      blocked:
        evidence !== null && held === 0 && holds === 0
          ? `no sample of ${look.type.type} is counted in either file`
          : blockedBy(look, gaps),
    },
  };
}

function variance({ evidence }: Site): number {
  return (evidence?.standardError ?? 0) ** 2;
}

/** Where the numbers are of nothing that one program did, the first gap says why. */
function blockedBy({ relation, comparison }: Look, [first]: readonly Gap[]): string | null {
  const { identical, differentPrograms, differences, uncollected } = relation;
  const differ = differences.some(by => by !== null);
  if (comparison.kind !== 'pair' || !(identical || differentPrograms || differ || uncollected)) return null;
  return first?.why ?? 'one of the files is a difference already';
}
