import { goGlobalCache } from './goGlobalCache.ts';
import { goGoroutinesPileUp } from './goGoroutinesPileUp.ts';
import { goMapEvictedElsewhere } from './goMapEvictedElsewhere.ts';
import { goMapOnlyFilled } from './goMapOnlyFilled.ts';
import { goPinnedArray } from './goPinnedArray.ts';
import { goSliceOnlyAppended } from './goSliceOnlyAppended.ts';
import { goTimerInLoop } from './goTimerInLoop.ts';
import { goUnclosedResponse } from './goUnclosedResponse.ts';
import type { Hint, HintInput, Rule } from './hint.ts';
import { jsContainerOnlyFilled } from './jsContainerOnlyFilled.ts';
import { jsListenerOnlyAdded } from './jsListenerOnlyAdded.ts';

/** Surest first: what the stack says needs no source. */
const rules: readonly Rule[] = [
  goGoroutinesPileUp,
  goUnclosedResponse,
  goMapOnlyFilled,
  goGlobalCache,
  goSliceOnlyAppended,
  goMapEvictedElsewhere,
  goTimerInLoop,
  goPinnedArray,
  jsContainerOnlyFilled,
  jsListenerOnlyAdded,
];

/** Below this retained share a site is a working set: what it allocates does not stay. */
const churn = 0.2;

/** The first rule's hint why a site leaks, null when none has one. Takes time linear in the sources. */
export function explainLeak(input: HintInput): Hint | null {
  if (input.retained !== null && input.retained < churn) return null;
  for (const rule of rules) {
    const hint = rule(input);
    if (hint !== null) return hint;
  }
  return null;
}
