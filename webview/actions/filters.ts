import type { FilterField } from '../../src/core/stacks/filterFields.ts';
import type { AppContext } from '../state/appContext.ts';
import { chosenOptions } from '../state/chosenOptions.ts';
import { setOptions } from './wantedView.ts';

/** Opens the line where a filter is typed, and closes the one before; null closes it. */
export function editFilter({ store }: AppContext, field: FilterField | null): void {
  const filter = chosenOptions(store.state)?.filter;
  store.update({ editing: field && filter ? { field, from: filter[field] } : null });
}

/** Filters by what was typed. What is not valid stays in its line, to be mended. */
export async function applyFilter(context: AppContext, field: FilterField, text: string): Promise<void> {
  const { store } = context;
  const chosen = chosenOptions(store.state);
  if (chosen === null) return;
  if (chosen.filter[field] !== text) {
    await setOptions(context, { filter: { ...chosen.filter, [field]: text } });
  }
  const isTaken = chosenOptions(store.state)?.filter[field] === text;
  if (isTaken && store.state.editing?.field === field) store.update({ editing: null });
}
