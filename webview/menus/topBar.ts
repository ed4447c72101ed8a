import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { formatCount } from '../../src/core/format.ts';
import { textField } from '../controls.ts';
import { exportIcon } from '../icons.ts';
import type { TopRows } from '../state/appState.ts';
import type { TopLook } from '../state/topLook.ts';
import { shownColumns } from '../top/shownColumns.ts';
import { columnsOf } from '../top/topColumns.ts';
import { topOrder } from '../top/topOrder.ts';
import { type MenuEntry, menu } from './menu.ts';

/** What stands above the table can ask for. */
export interface TopBarActions {
  look(changes: Partial<TopLook>): void;
  copy(format: 'markdown' | 'csv'): void;
}

/** Which rows and columns the table has, and the way out of it. */
export function topBar(rows: TopRows, alone: boolean, look: TopLook, actions: TopBarActions): TemplateResult {
  return html`<div class="top-bar">
    ${textField({
      label: l10n.t`Filter rows by name`,
      placeholder: l10n.t`Filter rows`,
      value: look.filter,
      onInput: filter => actions.look({ filter }),
      onKey: event => {
        if (event.key === 'Escape' && look.filter !== '') actions.look({ filter: '' });
      },
    })}
    <span class="count" role="status">${countText(topOrder(rows, alone, look).length, rows.names.count)}</span>
    ${menu({ id: 'top-columns', label: l10n.t`Columns`, face: l10n.t`Columns`, groups: columnEntries(alone, look, actions) })}
    ${menu({
      id: 'top-copy',
      label: l10n.t`Copy the table`,
      face: exportIcon,
      groups: [
        [
          { text: l10n.t`Copy as Markdown`, onChoose: () => actions.copy('markdown') },
          { text: l10n.t`Copy as CSV`, why: l10n.t`for a spreadsheet`, onChoose: () => actions.copy('csv') },
        ],
      ],
    })}
  </div>`;
}

function countText(length: number, all: number): string {
  if (length !== all) {
    return all === 1
      ? l10n.t`${length} of 1 row`
      : l10n.t`${formatCount(length)} of ${formatCount(all)} rows`;
  }
  return all === 1 ? l10n.t`1 row` : l10n.t`${formatCount(all)} rows`;
}

function columnEntries(
  alone: boolean,
  { columns: chosen }: TopLook,
  { look }: TopBarActions,
): readonly (readonly MenuEntry[])[] {
  const choosable = columnsOf(alone).filter(({ isText }) => !isText);
  // The table is as wide as the panel.
  const shown = shownColumns(alone, chosen, document.documentElement.clientWidth);
  const ids = shown.filter(({ isText }) => !isText).map(({ id }) => id);
  const toggled = (id: string): readonly string[] =>
    ids.includes(id) ? ids.filter(each => each !== id) : [...ids, id];
  return [
    choosable.map(({ id, title, why }) => ({
      text: title,
      why,
      checked: ids.includes(id),
      onChoose: () => look({ columns: toggled(id) }),
    })),
    [
      {
        text: l10n.t`As many as there is room for`,
        checked: chosen === null,
        onChoose: () => look({ columns: chosen === null ? ids : null }),
      },
    ],
  ];
}
