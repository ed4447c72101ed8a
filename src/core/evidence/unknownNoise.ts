import * as l10n from '@vscode/l10n';
import { bytesPerSample } from '../measures/noise.ts';
import type { Profile } from '../profile.ts';
import type { Gap } from './gap.ts';

type Sampling = Pick<Profile, 'period' | 'periodType'>;

function saysSampling(profile: Sampling): boolean {
  return bytesPerSample(profile) > 0;
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
