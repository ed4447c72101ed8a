import { html, type TemplateResult } from 'lit-html';

/** Drawn here, since the page's policy admits no icon font. Each takes the colour of the text beside it. */
export const searchIcon: TemplateResult = html`<svg class="icon" slot="start" viewBox="0 0 16 16" aria-hidden="true">
  <circle cx="6.5" cy="6.5" r="4.25" /><path d="M9.7 9.7 14 14" />
</svg>`;

export const swapIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3" />
</svg>`;

export const backIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M13.5 8h-11M6.5 4l-4 4 4 4" />
</svg>`;

export const forwardIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2.5 8h11M9.5 4l4 4-4 4" />
</svg>`;

/** Turned by a quarter while what it folds is open. */
export const foldIcon: TemplateResult = html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="m6 3.5 4.5 4.5L6 12.5" />
</svg>`;
