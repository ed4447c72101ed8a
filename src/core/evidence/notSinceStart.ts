import * as l10n from '@vscode/l10n';
import type { Gap } from './gap.ts';

/** Of memory in profiles that count allocations from one to the next; see `countsSinceBefore`. */
export function notSinceStart(): Gap {
  return {
    claim: l10n.t`how much of what was allocated stayed`,
    why: l10n.t`what was allocated is counted since the capture before, as agents of Pyroscope and Datadog do, and not since the start`,
    closedBy: l10n.t`Capture from /debug/pprof/heap.`,
    closing: 'captureAllocations',
  };
}
