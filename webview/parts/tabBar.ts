import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Tab } from '../../src/protocol.ts';
import { button } from '../controls.ts';
import { backIcon, forwardIcon } from '../icons.ts';
import { isUnused, type SearchState } from '../state/search.ts';
import type { ViewHistory } from '../state/viewHistory.ts';
import { type SearchActions, searchBox } from './searchBox.ts';

/** What the tab bar can ask for. */
export interface TabBarActions extends SearchActions {
  setTab(tab: Tab): void;
  step(by: 'back' | 'forward'): void;
}

/** The tabs, and what holds in all of them: filters and the search. */
export function tabBar(
  front: Tab,
  search: SearchState,
  alone: boolean,
  increase: number,
  { past, future }: ViewHistory,
  menus: TemplateResult,
  actions: TabBarActions,
): TemplateResult {
  /** What is long has a brief title for half of a small screen. */
  const titles: readonly (readonly [tab: Tab, title: string, brief?: string])[] = [
    ['flame', l10n.t`Flame graph`],
    ['top', 'Top'],
    ['suspects', l10n.t`Suspects`],
    ['neighbours', l10n.t`Callers & callees`, l10n.t`Callers`],
  ];
  const shown = titles.filter(([tab]) => !alone || tab !== 'suspects');
  const move = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const at = shown.findIndex(([tab]) => tab === front);
    const next = shown[(at + by + shown.length) % shown.length];
    if (next === undefined) return;
    actions.setTab(next[0]);
    document.getElementById(`tab-${next[0]}`)?.focus();
    event.preventDefault();
  };
  return html`<nav class="tab-bar" aria-label=${l10n.t`Views and search`}>
    <div class="tabs" role="tablist" aria-label=${l10n.t`Views`} @keydown=${move}>
      ${shown.map(
        ([tab, title, brief]) => html`<button
          role="tab"
          id=${`tab-${tab}`}
          aria-selected=${tab === front ? 'true' : 'false'}
          aria-controls="view"
          tabindex=${tab === front ? 0 : -1}
          aria-label=${title}
          @click=${() => actions.setTab(tab)}
        >${brief === undefined ? title : html`<span class="roomy">${title}</span><span class="brief">${brief}</span>`}</button>`,
      )}
    </div>
    <div class="steps" role="group" aria-label=${l10n.t`Steps of the view`}>
      ${button({
        text: backIcon,
        label: l10n.t`Undo the last change of the view (Alt+←)`,
        icon: true,
        disabled: past.length === 0,
        onClick: () => actions.step('back'),
      })}
      ${button({
        text: forwardIcon,
        label: l10n.t`Redo it (Alt+→)`,
        icon: true,
        disabled: future.length === 0,
        onClick: () => actions.step('forward'),
      })}
    </div>
    <div class="search">
      ${menus}
      <div class=${isUnused(search) ? 'find' : 'find used'}>${searchBox(search, alone, increase, actions)}</div>
    </div>
  </nav>`;
}
