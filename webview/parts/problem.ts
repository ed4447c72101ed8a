import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { Problem, Remedy } from '../../src/protocol.ts';
import { button } from '../controls.ts';

/** The whole panel when there is no diff to show: what is wrong, and what can be done about it. */
export function problemView(problem: Problem, remedy: (chosen: Remedy) => void): TemplateResult {
  return html`<main class="problem">
    <div role="alert"><h1>${shown(problem.message, longestSentence)}</h1></div>
    <div class="remedies">${remedies(problem, remedy)}</div>
  </main>`;
}

/** A line above a diff that is still worth looking at. */
export function banner(
  problem: Problem,
  remedy: (chosen: Remedy) => void,
  dismiss: (() => void) | null,
): TemplateResult {
  return html`<div class="banner" role="status">
    <span>${shown(problem.message, longestSentence)}</span>
    ${remedies(problem, remedy)}
    ${dismiss === null ? nothing : button({ text: l10n.t`Dismiss`, secondary: true, onClick: dismiss })}
  </div>`;
}

function remedies(problem: Problem, remedy: (chosen: Remedy) => void): readonly TemplateResult[] {
  return problem.remedies.map((each, index) =>
    button({ text: titleOf(each), secondary: index > 0, onClick: () => remedy(each) }),
  );
}

function titleOf(remedy: Remedy): string {
  switch (remedy) {
    case 'reload':
      return l10n.t`Reload`;
    case 'chooseAgain':
      return l10n.t`Choose Again…`;
    case 'openAsText':
      return l10n.t`Open as Text`;
    case 'openAsBinary':
      return l10n.t`Open as Binary`;
    case 'showLog':
      return l10n.t`Show Log`;
    case 'cancel':
      return l10n.t`Cancel`;
    default:
      return assertNever(remedy);
  }
}
