import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { formatPercent } from '../../src/core/format.ts';
import type { Phase } from '../../src/protocol.ts';
import { button, progressRing } from '../controls.ts';

function textOf(phase: Phase): string {
  switch (phase) {
    case 'reading':
      return l10n.t`Reading the profiles`;
    case 'decoding':
      return l10n.t`Decoding the profiles`;
    case 'merging':
      return l10n.t`Comparing`;
    default:
      return assertNever(phase);
  }
}

/** The whole panel until the first diff is there. */
export function progressView(phase: Phase, fraction: number, cancel: () => void): TemplateResult {
  const text = textOf(phase);
  return html`<main class="progress">
    ${progressRing(text)}
    <p role="status">${text}…${fraction > 0 && fraction < 1 ? ` ${formatPercent(fraction)}` : ''}</p>
    ${button({ text: l10n.t`Cancel`, secondary: true, onClick: cancel })}
  </main>`;
}
