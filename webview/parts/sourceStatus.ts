import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { AppState } from '../state/appState.ts';

/** What the host says of the source of the frame that was opened last, and what can be done about it. */
export function sourceStatus(
  status: AppState['sourceStatus'],
  locate: (place: Place) => void,
): TemplateResult | typeof nothing {
  if (status === null) return nothing;
  const { message, place } = status;
  return html`<p class="source-status" role="status">
    ${shown(message, longestSentence)}
    ${place === null ? nothing : html`<button class="link" @click=${() => locate(place)}>${l10n.t`Locate…`}</button>`}
  </p>`;
}
