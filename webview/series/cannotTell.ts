import { html, nothing, type TemplateResult } from 'lit-html';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';

/** What a series (`what`, as people call it) cannot tell, what else has to be known of it, and what is not part of it; folded. */
export function cannotTell(
  { gaps, notices, leftOut }: ShownSeries,
  what: string,
): TemplateResult | typeof nothing {
  return html`${notices.map(notice => html`<p class="notice series-notice">${shown(notice, longestSentence)}</p>`)}
    ${
      leftOut.length === 0
        ? nothing
        : fold(
            leftOut.length === 1
              ? '1 file is not part of the series'
              : `${leftOut.length} files are not part of the series`,
            html`<ul>${leftOut.map(({ why }) => html`<li>${shown(why, longestSentence)}</li>`)}</ul>`,
          )
    }
    ${
      gaps.length === 0
        ? nothing
        : fold(
            `What ${what} cannot tell (${gaps.length})`,
            html`<ul>
              ${gaps.map(
                ({ claim, why, closedBy }) =>
                  html`<li><strong>${shown(claim)}</strong>: ${shown(why, longestSentence)}. ${shown(closedBy, longestSentence)}</li>`,
              )}
            </ul>`,
          )
    }`;
}

function fold(summary: string, content: TemplateResult): TemplateResult {
  return html`<details class="fold"><summary>${summary}</summary>${content}</details>`;
}
