import { html, nothing, svg, type TemplateResult } from 'lit-html';

/** Drawn here, since the page's policy admits no icon font. Each takes the colour of the text beside it. */
function icon(drawing: TemplateResult, slot?: string): TemplateResult {
  return html`<svg class="icon" slot=${slot ?? nothing} viewBox="0 0 16 16" aria-hidden="true">${drawing}</svg>`;
}

export const searchIcon: TemplateResult = icon(
  svg`<circle cx="6.5" cy="6.5" r="4.25" /><path d="M9.7 9.7 14 14" />`,
  'start',
);

export const swapIcon: TemplateResult = icon(
  svg`<path d="M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3" />`,
);

export const backIcon: TemplateResult = icon(svg`<path d="M13.5 8h-11M6.5 4l-4 4 4 4" />`);

export const forwardIcon: TemplateResult = icon(svg`<path d="M2.5 8h11M9.5 4l4 4-4 4" />`);

export const upIcon: TemplateResult = icon(svg`<path d="M8 13.5v-11M4 6.5l4-4 4 4" />`);

export const downIcon: TemplateResult = icon(svg`<path d="M8 2.5v11M4 9.5l4 4 4-4" />`);

/** Turned by a quarter while what it folds is open. */
export const foldIcon: TemplateResult = icon(svg`<path d="m6 3.5 4.5 4.5L6 12.5" />`);

/** Out of the panel. */
export const exportIcon: TemplateResult = icon(svg`<path d="M8 10.5v-8M5 5l3-3 3 3M3 8.5v5h10v-5" />`);
