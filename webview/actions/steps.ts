import type { AppContext } from '../state/appContext.ts';
import { type Spot, stepped, visited } from '../state/viewHistory.ts';
import { goTo, keysTo, setWidth } from './views.ts';
import { lookAs } from './wantedView.ts';

/** Frame keys of a spot; what is deeper is found as far down as they reach. */
const longestWay = 2_000;

/** Notes where people are, after whatever has changed the state. What is still asked for is nowhere yet. */
export function noteStep({ store }: AppContext): void {
  const { scene, options, wanted, reading, screen, history, subtree, width, tab, zoom, selected } =
    store.state;
  if (scene === null || options === null || wanted !== null || reading || screen.kind !== 'open') return;
  if (history.arriving && subtree !== null) return;
  const next = visited(history, {
    options,
    width,
    tab,
    zoom: zoom.slice(0, longestWay),
    selected: keysTo(scene, selected).slice(0, longestWay),
  });
  if (next !== history) store.update({ history: next });
}

/**
 * Undoes or redoes a step of the view. Returns whether there was one. What has been chosen and is not shown yet is taken
 * back first: that is the last step.
 */
export function step(context: AppContext, by: 'back' | 'forward'): boolean {
  const { history, wanted, reading, screen } = context.store.state;
  if (screen.kind !== 'open') return false;
  const { now } = history;
  if (by === 'back' && wanted !== null && !reading && !history.arriving && now !== null) {
    visit(context, now);
    return true;
  }
  const next = stepped(history, by);
  if (next === null || next.now === null) return false;
  context.store.update({ history: next });
  visit(context, next.now);
  return true;
}

/** Shows a spot of the profiles that are there. */
export function visit(context: AppContext, { options, width, tab, zoom, selected }: Spot): void {
  const { store } = context;
  store.update({ tab });
  if (store.state.width !== width) setWidth(context, width);
  const { wanted, options: shown } = store.state;
  if (wanted === null && JSON.stringify(shown) === JSON.stringify(options)) {
    goTo(context, zoom, selected);
    return;
  }
  store.update({ zoom, toSelect: selected });
  void lookAs(context, options);
}
