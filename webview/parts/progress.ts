import { html, type TemplateResult } from 'lit-html';
import { formatPercent } from '../../src/core/format.ts';
import type { Phase } from '../../src/protocol.ts';
import { button, progressRing } from '../controls.ts';

const texts: Readonly<Record<Phase, string>> = {
  reading: 'Reading the profiles',
  decoding: 'Decoding the profiles',
  merging: 'Comparing',
};

/** The whole panel until the first diff is there. */
export function progressView(phase: Phase, fraction: number, cancel: () => void): TemplateResult {
  const text = texts[phase];
  return html`<main class="progress">
    ${progressRing(text)}
    <p role="status">${text}…${fraction > 0 && fraction < 1 ? ` ${formatPercent(fraction)}` : ''}</p>
    ${button({ text: 'Cancel', secondary: true, onClick: cancel })}
  </main>`;
}
