import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import type { Closing } from '../../src/core/evidence/gap.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { Remedy } from '../../src/protocol.ts';
import type { ShownFix, ShownSeries } from '../../src/seriesProtocol.ts';
import { button, progressRing } from '../controls.ts';
import { banner, problemView } from '../parts/problem.ts';
import { sourceStatus } from '../parts/sourceStatus.ts';
import { cannotTell } from './cannotTell.ts';
import { captureTable } from './captureTable.ts';
import type { ChartModel } from './chartModel.ts';
import { chartView } from './chartView.ts';
import { fixHeadline, fixView } from './fixView.ts';
import type { SeriesContext } from './receiveSeries.ts';
import { compareCaptures, compareLeaks, countIn, lookAt, markAt, showInDiff } from './seriesActions.ts';
import { fixHeader, seriesHeader } from './seriesHeader.ts';
import { seriesHeadline } from './seriesHeadline.ts';
import type { SeriesView } from './seriesView.ts';
import { siteTable } from './siteTable.ts';

/** The charts, of the series and of before and after. */
export interface SeriesPictures {
  readonly series: SeriesPicture;
  readonly fix: SeriesPicture;
}

/** A chart: what it draws, and its picture. */
export interface SeriesPicture {
  readonly model: ChartModel | null;
  readonly element: HTMLElement;
}

/** The panel, from the state. */
export function seriesApp(context: SeriesContext, pictures: SeriesPictures): TemplateResult {
  const { state } = context.store;
  const { screen } = state;
  const remedy = (chosen: Remedy): void => context.post({ type: 'remedy', remedy: chosen });
  switch (screen.kind) {
    case 'progress':
      return progressView(screen.done, screen.of, () => remedy('cancel'));
    case 'failed':
      return problemView(screen.problem, remedy);
    case 'open':
      return panel(context, state, pictures, remedy);
    default:
      return assertNever(screen);
  }
}

function progressView(done: number, of: number, cancel: () => void): TemplateResult {
  const text =
    of === 0 ? l10n.t`Looking for captures` : l10n.t`Reading capture ${Math.min(done + 1, of)} of ${of}`;
  return html`<main class="progress">
    ${progressRing(l10n.t`Reading the captures`)}
    <p role="status">${text}…</p>
    ${button({ text: l10n.t`Cancel`, secondary: true, onClick: cancel })}
  </main>`;
}

function panel(
  context: SeriesContext,
  state: SeriesView,
  pictures: SeriesPictures,
  remedy: (chosen: Remedy) => void,
): TemplateResult {
  const { answer, fix, stale, trouble, reading } = state;
  const { store, post } = context;
  return html`<main class=${reading ? 'panel series busy' : 'panel series'} aria-busy=${reading ? 'true' : 'false'}>
    ${
      answer === null
        ? nothing
        : seriesHeader(answer, state.kept, {
            fixFrom: from => post({ type: 'fix', from }),
            metrics: how => post({ type: 'metrics', how }),
            limit: () => post({ type: 'limit' }),
            sampleType: type => countIn(context, type),
          })
    }
    ${stale === null ? nothing : banner(stale, remedy, null)}
    ${trouble === null ? nothing : banner(trouble, remedy, () => store.update({ trouble: null }))}
    ${answer === null ? twoSeries(context, fix, pictures.fix) : oneSeries(context, answer, fix, pictures)}
    ${sourceStatus(state.sourceStatus, place => post({ type: 'locateSource', place }))}
  </main>`;
}

/** One series, with what came of a fix if one is marked in it. */
function oneSeries(
  context: SeriesContext,
  answer: ShownSeries,
  fix: ShownFix | null,
  { series, fix: ofFix }: SeriesPictures,
): TemplateResult {
  const { store } = context;
  const { model, element } = series;
  if (model === null) return html``;
  return html`${seriesHeadline(answer, place => context.post({ type: 'openSource', place, how: 'go' }))} ${cannotTell(answer, 'only', closing => context.post({ type: 'closeGap', closing }), toLeaks(context, answer))}
    ${fix === null || ofFix.model === null ? nothing : fixView(fix, ofFix.model, ofFix.element, true)}
    ${chartView(answer, model, element, store.state, {
      look: each => lookAt(context, each),
      mark: each => markAt(context, each),
      unmark: () => store.update({ mark: null }),
      zoom: window => store.update({ window }),
    })}
    ${remarks(store.state.remarks)} ${sites(context, answer, l10n.t`Sites that grew`)} ${captures(context, answer, l10n.t`Captures`, store.state.at)}`;
}

/** Two series held against each other. */
function twoSeries(
  context: SeriesContext,
  fix: ShownFix | null,
  { model, element }: SeriesPicture,
): TemplateResult {
  if (fix === null || model === null) return html``;
  const { before, after } = fix;
  const close = (closing: Closing): void => context.post({ type: 'closeGap', closing });
  return html`${fixHeader(fix, {
    swap: () => context.post({ type: 'swap' }),
    sampleType: type => countIn(context, type),
  })}
    ${fixHeadline(fix)} ${cannotTell(before, 'before', close)} ${cannotTell(after, 'after', close)}
    ${fixView(fix, model, element, false)} ${remarks(context.store.state.remarks)}
    ${sites(context, before, l10n.t`Sites that grew before the fix`)} ${sites(context, after, l10n.t`Sites that grew after the fix`)}
    ${captures(context, before, l10n.t`Captures before the fix`)} ${captures(context, after, l10n.t`Captures after the fix`)}`;
}

/** What has to be known of RSS, traffic and the limit. */
function remarks(sentences: readonly string[]): TemplateResult[] {
  return sentences.map(each => html`<p class="notice series-notice">${shown(each, longestSentence)}</p>`);
}

/** From what is said of leaked goroutines to where they wait, where two captures have profiles of them. */
function toLeaks(context: SeriesContext, series: ShownSeries): TemplateResult | typeof nothing {
  const known = series.captures.flatMap(({ leaks }, i) => (leaks ? [i] : []));
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  if (first === last || (series.captures[last]?.leakedGoroutines ?? 0) === 0) return nothing;
  const follow = (): void => compareLeaks(context, series, first, last);
  return html`<p class="notice series-notice"><button class="link" @click=${follow}>${l10n.t`Show where the leaked goroutines wait`}</button></p>`;
}

function captures(context: SeriesContext, series: ShownSeries, title: string, at = -1): TemplateResult {
  return captureTable(series, title, at, {
    compare: (from, to) => compareCaptures(context, series, from, to),
    compareLeaks: (from, to) => compareLeaks(context, series, from, to),
    settle: ({ file }, settled) => context.post({ type: 'settle', file, settled }),
  });
}

function sites(context: SeriesContext, series: ShownSeries, title: string): TemplateResult {
  const { store, post } = context;
  return siteTable(series, title, store.state.allSites, {
    open: (place, how) => post({ type: 'openSource', place, how }),
    showInDiff: site => showInDiff(context, series, site),
    showAll: () => store.update({ allSites: true }),
  });
}
