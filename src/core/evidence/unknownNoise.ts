import * as l10n from '@vscode/l10n';
import type { Profile } from '../profile.ts';
import type { Gap } from './gap.ts';

type Sampling = Pick<Profile, 'period' | 'periodType'>;

/**
 * Whether a profile says how many bytes lie between two samples; 1 where every allocation was counted. V8's JSON does not, nor do
 * profiles that time and memory share.
 */
function saysSampling({ period, periodType }: Sampling): boolean {
  return period > 0 && (periodType?.unit === 'bytes' || periodType?.type === 'space');
}

/** Of memory that grew: none where both files say how it was sampled. */
export function unknownNoise(profiles: readonly Sampling[]): readonly Gap[] {
  if (profiles.every(saysSampling)) return [];
  return [
    {
      claim: l10n.t`how much of the change is sampling noise`,
      why: profiles.some(saysSampling)
        ? l10n.t`one of the files does not say whether memory was sampled, and how often`
        : l10n.t`neither file says whether memory was sampled, and how often`,
      closedBy: l10n.t`Capture further apart: growth adds up, sampling noise does not.`,
      closing: 'captureLonger',
    },
  ];
}
