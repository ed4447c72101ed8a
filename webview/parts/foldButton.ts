import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { foldIcon } from '../icons.ts';

/** Folds something open, or away again; `what` it is names the button. */
export function foldButton(what: string, open: boolean, fold: () => void): TemplateResult {
  return html`<button
    class="chevron"
    aria-label=${what}
    title=${open ? l10n.t`${what}: fold away` : l10n.t`${what}: fold open`}
    aria-expanded=${open ? 'true' : 'false'}
    @click=${fold}
  >${foldIcon}</button>`;
}
