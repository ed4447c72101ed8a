import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { shown } from '../../src/core/shown.ts';
import { type FilterField, filterFields, noFilter } from '../../src/core/stacks/filterFields.ts';
import { textField } from '../controls.ts';
import { filterOpenerId } from '../menus/filterMenu.ts';
import type { AppState } from '../state/appState.ts';
import { filterText, filterWords, isFiltered } from '../state/filterPresets.ts';

/** What the chips can ask for. */
export interface FilterActions {
  setOptions(changes: Partial<ViewOptions>): void;
  /** Opens the line where a filter is typed; null closes it. */
  edit(field: FilterField | null): void;
  /** Settles when the filter is on, or refused. */
  apply(field: FilterField, text: string): Promise<void>;
}

/**
 * What keeps part of the profiles from view, each a chip that is edited where it stands. A filter that is on is never out
 * of sight: numbers below it are not the whole. `options` is what the numbers are of, `chosen` what was asked for last.
 */
export function filters(
  options: ViewOptions,
  chosen: ViewOptions,
  editing: AppState['editing'],
  goModules: readonly string[],
  actions: FilterActions,
): TemplateResult | typeof nothing {
  if (!isFiltered(options) && !isFiltered(chosen) && editing === null) return nothing;
  const { filter, normalize } = chosen;
  return html`<div class="filtered" role="group" aria-label=${l10n.t`Filters`}>
    ${isFiltered(options) ? html`<span>${l10n.t`Only part is shown:`}</span>` : nothing}
    ${filterFields.map(field => {
      if (field === editing?.field) return editor(field, editing.from, actions);
      if (filter[field] === '') return nothing;
      const edit = (): void => actions.edit(field);
      const remove = (): void => actions.setOptions({ filter: { ...filter, [field]: '' } });
      return chip(
        `filter-${field}`,
        filterText(field, filter[field], goModules),
        filter[field],
        edit,
        remove,
      );
    })}
    ${
      normalize
        ? chip('filter-normalize', l10n.t`current scaled to the base’s total`, 'normalize', null, () =>
            actions.setOptions({ normalize: false }),
          )
        : nothing
    }
    ${
      isFiltered(chosen)
        ? html`<button class="link" @click=${() => {
            actions.setOptions({ filter: noFilter, normalize: false });
            focusNext(filterOpenerId);
          }}>${l10n.t`Clear`}</button>`
        : nothing
    }
  </div>`;
}

/** A filter that is on; without `edit` there is nothing in it to edit. */
function chip(
  id: string,
  text: string,
  expression: string,
  edit: (() => void) | null,
  remove: () => void,
): TemplateResult {
  const said = shown(text);
  const away = (): void => {
    remove();
    focusNext(filterOpenerId);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    away();
    event.preventDefault();
  };
  return html`<span class="chip filter" @keydown=${onKey}
    >${
      edit === null
        ? html`<span>${said}</span>`
        : html`<button class="edit" id=${id} title=${`${shown(expression)}\n${l10n.t`Click to edit, Delete to remove`}`} @click=${edit}
          >${said}</button>`
    }<button class="remove" aria-label=${l10n.t`Remove filter: ${said}`} title=${l10n.t`Remove (Delete)`} @click=${away}>×</button></span
  >`;
}

/** The line where a filter is typed: Enter filters, and so does going elsewhere; Esc leaves it as it was. */
function editor(field: FilterField, from: string, actions: FilterActions): TemplateResult {
  const { label, before, why } = filterWords(field);
  const apply = async (text: string): Promise<void> => {
    await actions.apply(field, text);
    focusNext(`filter-${field}`);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void apply(textIn(event));
    else if (event.key === 'Escape') {
      actions.edit(null);
      focusNext(`filter-${field}`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onLeave = (event: FocusEvent): void => {
    // Without one the whole page lost the focus, to come back to what is typed.
    if (event.relatedTarget === null) return;
    if (textIn(event) !== from) void actions.apply(field, textIn(event));
    else actions.edit(null);
  };
  return html`<span class="chip filter editing" @focusout=${onLeave} ${ref(focusField)}
    ><span aria-hidden="true">${before}</span>${textField({
      label: l10n.t`${label}: ${why}`,
      placeholder: why,
      value: from,
      onKey,
    })}</span
  >`;
}

function textIn({ target }: Event): string {
  return (target as HTMLInputElement).value;
}

function focusField(element: Element | undefined): void {
  requestAnimationFrame(() => element?.querySelector<HTMLElement>('vscode-text-field')?.focus());
}

/** Goes on from what has just gone, as soon as the panel is drawn: to this, else to where filters are added. */
function focusNext(id: string): void {
  requestAnimationFrame(() => {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const next = document.getElementById(id) ?? document.getElementById(filterOpenerId);
    next?.focus();
  });
}
