import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { shown } from '../../src/core/shown.ts';
import type { Remedy } from '../../src/protocol.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { button, progressRing } from '../controls.ts';
import { banner, problemView } from '../parts/problem.ts';
import { sourceStatus } from '../parts/sourceStatus.ts';
import { cannotTell } from './cannotTell.ts';
import { captureTable } from './captureTable.ts';
import { captureTimes } from './captureTimes.ts';
import type { ChartModel } from './chartModel.ts';
import { chartView } from './chartView.ts';
import type { SeriesContext } from './receiveSeries.ts';
import { compareCaptures, lookAt, markAt, showInDiff } from './seriesActions.ts';
import { seriesHeadline } from './seriesHeadline.ts';
import type { SeriesView } from './seriesView.ts';
import { siteTable } from './siteTable.ts';

/** The chart: what it draws, and its picture. */
export interface SeriesPicture {
  readonly model: ChartModel | null;
  readonly element: HTMLElement;
}

/** The panel, from the state. */
export function seriesApp(context: SeriesContext, picture: SeriesPicture): TemplateResult {
  const { state } = context.store;
  const { screen } = state;
  const remedy = (chosen: Remedy): void => context.post({ type: 'remedy', remedy: chosen });
  switch (screen.kind) {
    case 'progress':
      return progressView(screen.done, screen.of, () => remedy('cancel'));
    case 'failed':
      return problemView(screen.problem, remedy);
    case 'open':
      return panel(context, state, picture, remedy);
    default:
      return assertNever(screen);
  }
}

function progressView(done: number, of: number, cancel: () => void): TemplateResult {
  const text = of === 0 ? 'Looking for captures' : `Reading capture ${Math.min(done + 1, of)} of ${of}`;
  return html`<main class="progress">
    ${progressRing('Reading the captures')}
    <p role="status">${text}…</p>
    ${button({ text: 'Cancel', secondary: true, onClick: cancel })}
  </main>`;
}

function panel(
  context: SeriesContext,
  state: SeriesView,
  { model, element }: SeriesPicture,
  remedy: (chosen: Remedy) => void,
): TemplateResult {
  const { answer, at, stale, trouble, reading } = state;
  if (answer === null || model === null) return html``;
  const { store, post } = context;
  return html`<main class=${reading ? 'panel series busy' : 'panel series'} aria-busy=${reading ? 'true' : 'false'}>
    ${header(answer)}
    ${stale === null ? nothing : banner(stale, remedy, null)}
    ${trouble === null ? nothing : banner(trouble, remedy, () => store.update({ trouble: null }))}
    ${seriesHeadline(answer)}
    ${cannotTell(answer)}
    ${chartView(answer, model, element, state, {
      look: each => lookAt(context, each),
      mark: each => markAt(context, each),
      unmark: () => store.update({ mark: null }),
    })}
    ${captureTable(answer, at, {
      compare: (from, to) => compareCaptures(context, from, to),
      settle: ({ file }, settled) => post({ type: 'settle', file, settled }),
    })}
    ${siteTable(answer, state.allSites, {
      open: (place, how) => post({ type: 'openSource', place, how }),
      showInDiff: site => showInDiff(context, site),
      showAll: () => store.update({ allSites: true }),
    })}
    ${sourceStatus(state.sourceStatus, place => post({ type: 'locateSource', place }))}
  </main>`;
}

/** Which captures these are. */
function header({ captures }: ShownSeries): TemplateResult {
  const times = captureTimes(captures);
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined)
    return html`<header><p class="files">No captures</p></header>`;
  return html`<header>
    <p class="files">
      <strong>${shown(first.name)}</strong> ${times[0]} <span class="to" aria-label="to">→</span>
      <strong>${shown(last.name)}</strong> ${times.at(-1)}
    </p>
  </header>`;
}
