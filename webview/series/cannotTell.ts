import { html, nothing, type TemplateResult } from 'lit-html';
import type { Closing } from '../../src/core/evidence/gap.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { gaps } from '../parts/gaps.ts';

/** What a series (`what`, as people call it) cannot tell, what else has to be known of it, and what is not part of it; folded. */
export function cannotTell(
  { gaps: found, notices, leftOut }: ShownSeries,
  what: string,
  close: (closing: Closing) => void,
): TemplateResult {
  return html`${notices.map(notice => html`<p class="notice series-notice">${shown(notice, longestSentence)}</p>`)}
    ${
      leftOut.length === 0
        ? nothing
        : fold(
            `${leftOut.length === 1 ? '1 file is' : `${leftOut.length} files are`} not part of ${what}`,
            html`<ul>${leftOut.map(({ why }) => html`<li>${shown(why, longestSentence)}</li>`)}</ul>`,
          )
    }
    <div class="series-gaps">${gaps(found, what, close)}</div>`;
}

function fold(summary: string, content: TemplateResult): TemplateResult {
  return html`<details class="fold"><summary>${summary}</summary>${content}</details>`;
}
