import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import type { Closing, Gap } from '../../src/core/evidence/gap.ts';
import { filled } from '../../src/core/filled.ts';
import { capitalized } from '../../src/core/report/gapLines.ts';
import { foldIcon } from '../icons.ts';
import { withCode } from './aboutSource.ts';

/** What the files cannot tell (`title`), in one line that folds open: why, and what would close each gap. */
export function gaps(
  all: readonly Gap[],
  title: string,
  close: (closing: Closing) => void,
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<details class="gaps">
    <summary>
      <span class="chevron">${foldIcon}</span>
      <span class="question"
        >${title}
        <span class="claims">${all.map(({ claim }) => claim).reduce((some, next) => l10n.t`${some}, ${next}`)}</span></span
      >
    </summary>
    <div class="scroller" tabindex="0" role="group" aria-label=${l10n.t`What would close the gaps`}>
      <ul>${all.map(gap => item(gap, close))}</ul>
    </div>
  </details>`;
}

function item({ claim, why, closedBy, closing }: Gap, close: (closing: Closing) => void): TemplateResult {
  return html`<li>
    ${filled<string | TemplateResult>(l10n.t('{0}: {1}. {2}'), html`<strong>${capitalized(claim)}</strong>`, html`${withCode(why)}`, html`${withCode(closedBy)}`)}
    ${isOffered(closing) ? html`<button class="link" @click=${() => close(closing)}>${titleOf(closing)}</button>` : nothing}
  </li>`;
}

/** Where the host cannot capture, the sentence alone says what to capture. */
function isOffered(closing: Closing): boolean {
  return !closing.startsWith('capture') || document.body.dataset['canCapture'] !== 'false';
}

/** What the button says that closes a gap. */
function titleOf(closing: Closing): string {
  switch (closing) {
    case 'chooseAgain':
      return l10n.t`Choose Again…`;
    case 'showSeries':
      return l10n.t`Show Heap Over Time…`;
    case 'captureAgain':
    case 'captureSettled':
    case 'captureCollected':
    case 'captureSameBuild':
    case 'captureLonger':
    case 'captureWholeStacks':
    case 'captureAllocations':
      return l10n.t`Capture Heap Profile…`;
    default:
      return assertNever(closing);
  }
}
