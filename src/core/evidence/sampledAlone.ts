import * as l10n from '@vscode/l10n';
import type { Gap } from './gap.ts';

/** Of memory in profiles of async-profiler; see `isOfAsyncProfiler`. */
export function sampledAlone(): Gap {
  return {
    claim: l10n.t`how much memory is in use`,
    why: l10n.t`async-profiler writes what was allocated and what is live alike, and of live objects those that it sampled alone, 1,024 at most, whose number (without \`--total\`) says more of memory than their sizes`,
    closedBy: l10n.t`Show captures over time, with the RSS of the process beside them.`,
    closing: 'showSeries',
  };
}
