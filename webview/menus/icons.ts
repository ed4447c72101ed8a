import { html, type TemplateResult } from 'lit-html';

/** Out of the panel. */
export const exportIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M8 10.5v-8M5 5l3-3 3 3M3 8.5v5h10v-5" />
</svg>`;
