import * as l10n from '@vscode/l10n';
import type { Gap } from './gap.ts';

/** Of memory in profiles of V8: a sample is dropped when a collection finds its object dead, and not before. */
export function notCollected(): Gap {
  return {
    claim: l10n.t`whether what grew is still in use`,
    why: l10n.t`V8 counts what no collection has found dead yet`,
    closedBy: l10n.t`Collect garbage before each capture: start with \`node --expose-gc\`, and call \`global.gc()\`.`,
    closing: 'captureCollected',
  };
}
