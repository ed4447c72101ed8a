import { html, nothing, type TemplateResult } from 'lit-html';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { AboutSource } from '../../src/protocol.ts';

/** Why a line may leak, marked as a hint, and who changed it last. */
export function aboutSource({ hint, author }: AboutSource, showCommit: () => void): TemplateResult {
  return html`${hint === null ? nothing : html`<p class="about"><b>Hint</b> ${sentence(shown(hint, longestSentence))}</p>`}
  ${
    author === null
      ? nothing
      : html`<p class="about quiet">
          Last changed by ${shown(author.name)}, ${author.date}:
          <button class="link" @click=${showCommit}>${shown(author.subject)}</button>
        </p>`
  }`;
}

/** A sentence in which code stands in back-quotes. */
function sentence(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
