import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { formatPercent } from '../../src/core/format.ts';
import { button, textField } from '../controls.ts';
import { downIcon, searchIcon, upIcon } from '../icons.ts';
import type { SearchState, SearchTerms } from '../state/search.ts';

/** What the search can ask for. */
export interface SearchActions {
  search(changes: Partial<SearchTerms>): void;
  clearSearch(): void;
  stepMatch(by: 1 | -1): void;
}

/** What is searched for in all views, how, and what was found. `increase` is the whole diff's, 0 where there is none. */
export function searchBox(
  search: SearchState,
  alone: boolean,
  increase: number,
  actions: SearchActions,
): TemplateResult {
  const { pattern, regex, matchCase, sought, matches } = search;
  const toggleCase = (): void => actions.search({ matchCase: !matchCase });
  const toggleRegex = (): void => actions.search({ regex: !regex });
  const onKey = (event: KeyboardEvent): void => {
    // By its place on the keyboard: with Alt a Mac writes another letter. With Ctrl as well it is the AltGr of Windows, which writes.
    const toggle =
      event.altKey && !event.ctrlKey ? { KeyC: toggleCase, KeyR: toggleRegex }[event.code] : undefined;
    if (toggle !== undefined) toggle();
    else if (event.key === 'Enter') actions.stepMatch(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && (pattern !== '' || sought !== 'any')) actions.clearSearch();
    else return;
    event.preventDefault();
  };
  const only = (change: 'new' | 'gone', text: string, label: string): TemplateResult =>
    toggle(text, label, sought === change, () =>
      actions.search({ sought: sought === change ? 'any' : change }),
    );
  const found = (matches?.nodes.length ?? 0) > 0;
  const text = matchText(search, alone ? 0 : increase);
  return html`<span class="matches" role="status" title=${text}>${text}</span>
    ${
      found
        ? html`${button({ text: upIcon, label: l10n.t`Previous match (Shift+Enter)`, icon: true, onClick: () => actions.stepMatch(-1) })}
            ${button({ text: downIcon, label: l10n.t`Next match (Enter)`, icon: true, onClick: () => actions.stepMatch(1) })}`
        : nothing
    }
    ${textField({
      label: l10n.t`Search frames`,
      placeholder: l10n.t`Search frames`,
      value: pattern,
      onInput: text => actions.search({ pattern: text }),
      onKey,
      before: searchIcon,
      // No span: the toolkit takes those in its slots for icons.
      after: html`<div slot="end" class="toggles">
        ${toggle('Aa', l10n.t`Match case (Alt+C)`, matchCase, toggleCase)}
        ${toggle('.*', l10n.t`Regular expression (Alt+R)`, regex, toggleRegex)}
        ${alone ? nothing : html`${only('new', l10n.t`new`, l10n.t`Only what is new: the base has nothing of it`)} ${only('gone', l10n.t`gone`, l10n.t`Only what is gone: the current profile has nothing of it`)}`}
      </div>`,
    })}`;
}

function toggle(text: string, label: string, isOn: boolean, onClick: () => void): TemplateResult {
  return html`<button
    class="toggle"
    aria-label=${label}
    title=${label}
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${onClick}
  >${text}</button>`;
}

/** Empty where there is nothing to say. */
function matchText({ error, matches, at }: SearchState, increase: number): string {
  if (error !== null) return error;
  if (matches === null) return '';
  const { length } = matches.nodes;
  if (length === 0) return l10n.t`no match`;
  const found = length === 1 ? l10n.t`1 match` : l10n.t`${length} matches`;
  const count = at >= 0 ? l10n.t`${at + 1} of ${length}` : found;
  if (increase <= 0) return count;
  return `${count} · ${l10n.t`${formatPercent(matches.increase / increase)} of the increase`}`;
}
