import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit-html';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { type Filter, type FilterField, filterFields } from '../../src/core/stacks/filterFields.ts';
import { filterWords, hideAlso, moduleFrames, runtimeFrames } from '../state/filterPresets.ts';
import { type MenuEntry, menu } from './menu.ts';

const id = 'add-filter';

/** Its button takes the focus when a filter is gone. */
export const filterOpenerId = `${id}-opener`;

/** What the menu of filters can ask for. */
export interface FilterMenuActions {
  setOptions(changes: Partial<ViewOptions>): void;
  /** Opens the line where this filter is typed. */
  edit(field: FilterField): void;
}

/** Which filter to add: one that is typed, or one that is complete. */
export function filterMenu(
  { filter, normalize }: ViewOptions,
  alone: boolean,
  goModules: readonly string[],
  actions: FilterMenuActions,
): TemplateResult {
  const set = (changes: Partial<Filter>) => () => actions.setOptions({ filter: { ...filter, ...changes } });
  const typed = filterFields.map((field): MenuEntry => {
    const { label, why } = filterWords(field);
    return { text: label, why, onChoose: () => actions.edit(field) };
  });
  const complete: MenuEntry[] = [
    {
      text: l10n.t`Hide runtime`,
      onChoose: set({ hide: hideAlso(filter.hide, runtimeFrames) }),
    },
  ];
  if (goModules.length > 0) {
    complete.push({
      text: l10n.t`Only my module`,
      onChoose: set({ show: moduleFrames(goModules) }),
    });
  }
  if (!alone && !normalize) {
    complete.push({
      text: l10n.t`Scale current to the base’s total`,
      why: 'normalize',
      onChoose: () => actions.setOptions({ normalize: true }),
    });
  }
  return menu({
    id,
    label: l10n.t`Add a filter`,
    face: l10n.t`+ Filter`,
    groups: [typed, complete],
  });
}
