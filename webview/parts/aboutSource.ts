import { html, nothing, type TemplateResult } from 'lit-html';
import type { AboutSource } from '../../src/protocol.ts';

/** Why a line may leak, marked as a hint, and who changed it last. */
export function aboutSource({ hint, author }: AboutSource, showCommit: () => void): TemplateResult {
  return html`${hint === null ? nothing : html`<p class="about"><b>Hint</b> ${sentence(hint)}</p>`}
  ${
    author === null
      ? nothing
      : html`<p class="about quiet">
          Last changed by ${author.name}, ${author.date}:
          <button class="link" @click=${showCommit}>${author.subject}</button>
        </p>`
  }`;
}

/** A sentence in which code stands in back-quotes. */
function sentence(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
