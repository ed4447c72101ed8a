import type { AppContext } from '../state/appContext.ts';
import { frameOf } from '../state/scene.ts';
import { selectInSight } from './views.ts';

/**
 * Selects the next (previous) match of the search, widest first, round and round. Where a frame is one row, however many
 * boxes it has, the next one is of another frame.
 */
export function stepMatch(context: AppContext, by: 1 | -1): void {
  const { search, scene, tab, selected } = context.store.state;
  const nodes = search.matches?.nodes ?? [];
  const { length } = nodes;
  if (scene === null || length === 0) return;
  const isAnother = (at: number): boolean =>
    tab === 'flame' || frameOf(scene, nodes[at] ?? 0) !== frameOf(scene, selected);
  let at = search.at < 0 && by < 0 ? length - 1 : (search.at + by + length) % length;
  for (let tried = 1; tried < length && !isAnother(at); tried++) at = (at + by + length) % length;
  context.store.update({ search: { ...search, at } });
  selectInSight(context, nodes[at] ?? 0);
}
