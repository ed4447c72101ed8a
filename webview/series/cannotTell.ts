import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import type { Closing } from '../../src/core/evidence/gap.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { gaps } from '../parts/gaps.ts';

type Which = 'only' | 'before' | 'after';

/**
 * What a series cannot tell, what else has to be known of it, and what is not part of it; folded. `which` it is: the only one, or
 * of two. `lead` follows what has to be known.
 */
export function cannotTell(
  { gaps: found, notices, leftOut }: ShownSeries,
  which: Which,
  close: (closing: Closing) => void,
  lead: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`${notices.map(notice => html`<p class="notice series-notice">${shown(notice, longestSentence)}</p>`)} ${lead}
    ${
      leftOut.length === 0
        ? nothing
        : fold(
            leftOutText(leftOut.length, which),
            html`<ul>${leftOut.map(({ why }) => html`<li>${shown(why, longestSentence)}</li>`)}</ul>`,
          )
    }
    <div class="series-gaps">${gaps(found, title(which), close)}</div>`;
}

function title(which: Which): string {
  switch (which) {
    case 'only':
      return l10n.t`What this series cannot tell:`;
    case 'before':
      return l10n.t`What the series before cannot tell:`;
    case 'after':
      return l10n.t`What the series after cannot tell:`;
    default:
      return assertNever(which);
  }
}

function leftOutText(count: number, which: Which): string {
  switch (which) {
    case 'only':
      return count === 1
        ? l10n.t`1 file is not part of this series`
        : l10n.t`${count} files are not part of this series`;
    case 'before':
      return count === 1
        ? l10n.t`1 file is not part of the series before`
        : l10n.t`${count} files are not part of the series before`;
    case 'after':
      return count === 1
        ? l10n.t`1 file is not part of the series after`
        : l10n.t`${count} files are not part of the series after`;
    default:
      return assertNever(which);
  }
}

function fold(summary: string, content: TemplateResult): TemplateResult {
  return html`<details class="fold"><summary>${summary}</summary>${content}</details>`;
}
