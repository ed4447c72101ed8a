import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { filled } from '../../src/core/filled.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { AboutSource } from '../../src/protocol.ts';

/** Why a line may leak, marked as a hint, and who changed it last: with a way to the commit, where there is one. */
export function aboutSource({ hint, author }: AboutSource, showCommit: (() => void) | null): TemplateResult {
  return html`${hint === null ? nothing : html`<p class="about"><b>${l10n.t`Hint`}</b> ${withCode(shown(hint, longestSentence))}</p>`}
  ${
    author === null
      ? nothing
      : html`<p class="about quiet">
          ${filled<string | TemplateResult>(
            l10n.t('Last changed by {0}, {1}: {2}'),
            shown(author.name),
            author.date,
            showCommit === null
              ? shown(author.subject)
              : html`<button class="link" @click=${showCommit}>${shown(author.subject)}</button>`,
          )}
        </p>`
  }`;
}

/** A sentence in which code stands in back-quotes. */
export function withCode(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
