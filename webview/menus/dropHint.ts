import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { shown } from '../../src/core/shown.ts';
import type { AppState } from '../state/appState.ts';

/** What a drop will do, over all else while something is dragged over the page. */
export function dropHint({ dragged, diff }: AppState): TemplateResult {
  if (dragged === 'unnamed') {
    return hint(
      l10n.t`Files from outside VS Code tell no path: they could not be read again, watched or linked to.`,
      l10n.t`Drag heap profiles from the explorer.`,
    );
  }
  const base = diff === null ? null : shown((diff.base ?? diff.current).name);
  return hint(
    base === null
      ? l10n.t`Drop two heap profiles to compare them with each other.`
      : l10n.t`Drop two heap profiles to compare them with each other, or one to compare it with ${base}.`,
    l10n.t`The one captured earlier will be the base.`,
  );
}

function hint(first: string, second: string): TemplateResult {
  return html`<div class="drop-hint" role="status"><div><p>${first}</p><p>${second}</p></div></div>`;
}
