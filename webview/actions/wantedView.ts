import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { View } from '../../src/core/answers/requests.ts';
import { firstLook } from '../../src/panelState.ts';
import type { ToWebview } from '../../src/protocol.ts';
import { effectiveWidth } from '../state/alone.ts';
import { type AppContext, report } from '../state/appContext.ts';
import type { Wanted } from '../state/appState.ts';
import { chosenOptions } from '../state/chosenOptions.ts';
import { RequestError } from '../state/rpc.ts';
import { sceneOf } from '../state/scene.ts';
import { revealFrame } from './frameSelection.ts';
import { completeZoom, showWhole } from './views.ts';

/**
 * Changes how the profiles are looked at. What is chosen last is what will be shown, whatever happens meanwhile. Settles
 * when it is shown or refused, or another is wanted.
 */
export async function setOptions(context: AppContext, changes: Partial<ViewOptions>): Promise<void> {
  const options = chosenOptions(context.store.state);
  if (options !== null) await lookAs(context, { ...options, ...changes });
}

/** The same for all of it: what these options do not speak of is as at first. */
export async function lookAs(context: AppContext, options: ViewOptions): Promise<void> {
  await want(context, { options, news: context.store.state.wanted?.news ?? null });
}

/** The engine holds these files now: they are shown in the way that was chosen last, if they can be. */
export async function showFiles(
  context: AppContext,
  { diff, base, current, revision, leaked, view }: Extract<ToWebview, { readonly type: 'opened' }>,
): Promise<void> {
  const chosen = chosenOptions(context.store.state);
  // At once: a file may be outdated again before its view is there.
  context.store.update({ base, current, revision, isOrdered: true, stale: null, reading: false });
  // Also to a page that has loaded since: it has heard of no phase before.
  if (context.store.state.screen.kind !== 'open') {
    context.store.update({ screen: { kind: 'progress', phase: 'merging', fraction: 0 } });
  }
  const news = { diff, leaked: leaked ?? null, sourceStatus: null, about: null, aboutSites: [] };
  const options = optionsFor(diff, chosen);
  await want(context, { options, news }, view !== undefined && isSame(view.options, options) ? view : null);
}

/** Turns base and current round. The host announces the diff anew, which brings the view. */
export async function swap(context: AppContext): Promise<void> {
  const { store, rpc } = context;
  store.update({ reading: true });
  try {
    await rpc.request('swap', {});
  } catch (error) {
    if (store.state.screen.kind !== 'open') return;
    store.update({ reading: false });
    report(context, error);
    if (store.state.wanted !== null) await want(context, store.state.wanted);
    else revealFrame(context);
  }
}

/**
 * Asks for the whole tree as it is wanted now, unless it is `there`; an answer to anything else is dropped. While files are
 * read there is nobody to ask: `showFiles` does.
 */
async function want(context: AppContext, wanted: Wanted, there: View | null = null): Promise<void> {
  const { store, rpc } = context;
  store.update({ wanted });
  if (store.state.reading) return;
  const isWanted = (): boolean => store.state.wanted === wanted && !store.state.reading;
  try {
    const view = there ?? (await rpc.request('view', { options: wanted.options, root: null }));
    if (!isWanted()) return;
    store.update({ wanted: null, trouble: null, ...wanted.news, options: wanted.options });
    showWhole(context, sceneOf(view, effectiveWidth(store.state)));
    revealFrame(context);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (isWanted()) await fallBack(context, wanted, error);
  }
}

/** What cannot be shown is wanted no more: back to what is on screen, and for new files to what they surely have. */
async function fallBack(context: AppContext, { options, news }: Wanted, error: RequestError): Promise<void> {
  const { store } = context;
  store.update({ wanted: null, toSelect: null });
  if (news?.diff == null) {
    report(context, error);
    completeZoom(context);
    revealFrame(context);
    return;
  }
  const shown = store.state.screen.kind === 'open' ? store.state.options : null;
  const other = optionsFor(news.diff, shown === options ? null : shown);
  if (isSame(other, options)) {
    store.update({ screen: { kind: 'failed', problem: error.problem } });
  } else await want(context, { options: other, news: { ...news, trouble: error.problem } });
}

/** Options that the files of a diff can be looked at with: those given, where they have the sample type or name none. */
function optionsFor(diff: DiffInfo, given: ViewOptions | null): ViewOptions {
  if (given?.sampleType === '') return { ...given, sampleType: diff.defaultSampleType };
  if (given !== null && diff.sampleTypes.some(each => each.type === given.sampleType)) return given;
  return firstLook(diff);
}

function isSame(one: ViewOptions, other: ViewOptions): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
