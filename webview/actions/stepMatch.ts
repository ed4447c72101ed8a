import type { AppContext } from '../state/appContext.ts';
import { selectInSight } from './views.ts';

/** Selects the next (previous) match of the search, widest first, round and round. */
export function stepMatch(context: AppContext, by: 1 | -1): void {
  const { search } = context.store.state;
  const nodes = search.matches?.nodes ?? [];
  const at = search.at < 0 && by < 0 ? nodes.length - 1 : (search.at + by + nodes.length) % nodes.length;
  const node = nodes[at];
  if (node === undefined) return;
  context.store.update({ search: { ...search, at } });
  selectInSight(context, node);
}
