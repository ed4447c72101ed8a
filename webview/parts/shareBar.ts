import { html, type TemplateResult } from 'lit-html';

/** A share as a bar beside its number: 0 … 1, negative for what shrank. */
export function shareBar(share: number): TemplateResult {
  const width = Math.min(1, Math.abs(share)) * 100;
  return html`<svg class="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="4" /><rect
      class=${share < 0 ? 'shrank' : 'grew'}
      width=${width}
      height="4"
    />
  </svg>`;
}
