import * as l10n from '@vscode/l10n';
import { elapsedMs } from '../pair/captureTime.ts';
import { areTwoProcesses, type Relation } from '../pair/relation.ts';
import type { Gap } from './gap.ts';

/**
 * Of what changed: none where both captures say when they were taken, in milliseconds since 1970, and apart; nor where they are of two
 * builds or runs, of which other gaps say it.
 */
export function noRate(relation: Relation, base: number | null, current: number | null): readonly Gap[] {
  const elapsed = elapsedMs(base, current);
  if (areTwoProcesses(relation) || (elapsed !== null && elapsed !== 0)) return [];
  return [
    {
      claim: l10n.t`how fast it changed`,
      why: whyNoTime(base, current),
      closedBy: l10n.t`Choose captures that say when they were taken.`,
      closing: 'chooseAgain',
    },
  ];
}

/** Why there is no growth an hour between two captures; null where there is. */
export function whyNoRate(relation: Relation, base: number | null, current: number | null): string | null {
  if (relation.restarted) return l10n.t`the process was started anew between the captures`;
  if (areTwoProcesses(relation))
    return l10n.t`each of two processes grew for as long as it ran, which is not the time between the captures`;
  const elapsed = elapsedMs(base, current);
  return elapsed !== null && elapsed > 0 ? null : whyNoTime(base, current);
}

function whyNoTime(base: number | null, current: number | null): string {
  if (base === null && current === null) return l10n.t`neither file says when it was captured`;
  if (base === null || current === null) return l10n.t`one of the files does not say when it was captured`;
  if (base === current) return l10n.t`both files give the same time`;
  return elapsedMs(base, current) === null
    ? l10n.t`the times that the files give are too far apart to be of one process`
    : l10n.t`the base was captured after the current one`;
}
