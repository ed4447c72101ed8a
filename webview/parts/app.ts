import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import type { Palette } from '../../src/core/flame/palette.ts';
import type { Place } from '../../src/core/names/place.ts';
import { wordsOf } from '../../src/core/pair/valueWords.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { FilterField } from '../../src/core/stacks/filterFields.ts';
import type { PictureFormat } from '../../src/protocol.ts';
import { applyFilter, editFilter } from '../actions/filters.ts';
import { openFrame, selectFrame } from '../actions/frameSelection.ts';
import { copyLink } from '../actions/linked.ts';
import { clearSearch, searchFor } from '../actions/searching.ts';
import { openPlace } from '../actions/selection.ts';
import { stepMatch } from '../actions/stepMatch.ts';
import { step } from '../actions/steps.ts';
import { setSuspectsBy, setTab, setWidth, zoomTo } from '../actions/views.ts';
import { setOptions, swap } from '../actions/wantedView.ts';
import { dropHint } from '../menus/dropHint.ts';
import { filterMenu } from '../menus/filterMenu.ts';
import { topBar } from '../menus/topBar.ts';
import { treeMenu } from '../menus/treeMenu.ts';
import { effectiveWidth, isAlone } from '../state/alone.ts';
import { type AppContext, remedy } from '../state/appContext.ts';
import type { AppState, TopRows } from '../state/appState.ts';
import type { Side } from '../state/around.ts';
import { chosenOptions } from '../state/chosenOptions.ts';
import type { Scene } from '../state/scene.ts';
import { isLit } from '../state/search.ts';
import { cellContext } from '../top/topColumns.ts';
import { topText } from '../top/topText.ts';
import { details } from './details.ts';
import { fanOut } from './fanOut.ts';
import { filters } from './filters.ts';
import { gaps } from './gaps.ts';
import { header } from './header.ts';
import { headline } from './headline.ts';
import { aroundLegend, legend } from './legend.ts';
import { neighbours } from './neighbours.ts';
import { banner, problemView } from './problem.ts';
import { progressView } from './progress.ts';
import { sourceStatus } from './sourceStatus.ts';
import { captionText, summaryText } from './summaryText.ts';
import { suspects } from './suspects.ts';
import { tabBar } from './tabBar.ts';

/** Parts of the panel that draw themselves. */
export interface Parts {
  readonly flame: HTMLElement;
  /** How many frames the flame graph could not draw. */
  readonly leftOut: number;
  readonly top: HTMLElement;
  /** Callers and callees. */
  readonly around: Readonly<Record<Side, HTMLElement>>;
  /** The flame graph as a picture; null where there is none to draw. */
  picture(format: PictureFormat, caption: string): string | null;
}

/** The panel, from the state. */
export function app(context: AppContext, parts: Parts): TemplateResult {
  const { state } = context.store;
  return html`${screenOf(context, parts)}${state.dragged === null ? nothing : dropHint(state)}`;
}

function screenOf(context: AppContext, parts: Parts): TemplateResult {
  const { state } = context.store;
  const { screen } = state;
  switch (screen.kind) {
    case 'progress':
      return progressView(screen.phase, screen.fraction, () => remedy(context, 'cancel'));
    case 'failed':
      return problemView(screen.problem, chosen => remedy(context, chosen));
    case 'open':
      return panel(context, state, parts);
    default:
      return assertNever(screen);
  }
}

function panel(context: AppContext, state: AppState, parts: Parts): TemplateResult {
  const { diff, options, overall, scene } = state;
  if (diff === null || options === null || overall === null || scene === null) return html``;
  const alone = isAlone(diff);
  const said = state.headline ?? overall.view.headline;
  const go = (place: Place): void => openPlace(context, place, 'go');
  // What a control says is what was chosen on it; `options` is what the numbers are of.
  const chosen = chosenOptions(state) ?? options;
  const change = (changes: Partial<ViewOptions>): void => void setOptions(context, changes);
  const edit = (field: FilterField | null): void => editFilter(context, field);
  const toAdd = filterMenu(chosen, alone, state.goModules, { setOptions: change, edit });
  const menus = html`${treeMenu(state.tab, chosen, change)} ${toAdd}`;
  const busy = state.reading || state.wanted !== null || state.subtree !== null;
  return html`<main class=${busy ? 'panel busy' : 'panel'} data-palette=${state.palette} aria-busy=${busy ? 'true' : 'false'}>
    ${header(diff, chosen, state, {
      setOptions: change,
      setWidth: mode => setWidth(context, mode),
      swap: () => void swap(context),
      copySummary: () =>
        context.rpc.post({ type: 'copy', text: summaryText(diff, overall.view, said, state.leaked) }),
      copyForAi: () => context.rpc.post({ type: 'copyForAi' }),
      copyLink: () => copyLink(context),
      save: format => context.rpc.post({ type: 'save', format, options }),
      savePicture: format => {
        const data = parts.picture(format, captionText(diff, overall.view));
        if (data !== null) context.rpc.post({ type: 'savePicture', format, data });
      },
    })}
    ${state.stale === null ? nothing : banner(state.stale, each => remedy(context, each), null)}
    ${
      state.trouble === null
        ? nothing
        : banner(
            state.trouble,
            each => remedy(context, each),
            () => context.store.update({ trouble: null }),
          )
    }
    ${headline(diff, state.leaked, said, state.headlineOpen, {
      go,
      fold: () => context.store.update({ headlineOpen: !state.headlineOpen }),
      showLeaks: () => context.rpc.post({ type: 'compareLeaks' }),
    })}
    ${fanOut(said.fanOut, place => void selectFrame(context, place))}
    ${gaps(said.gaps, diff.base === null ? l10n.t`What this one cannot tell:` : l10n.t`What these two cannot tell:`, closing => context.rpc.post({ type: 'closeGap', closing }))}
    ${tabBar(state.tab, state.search, alone, overall.view.increase, state.history, menus, {
      setTab: tab => setTab(context, tab),
      search: changes => searchFor(context, changes),
      clearSearch: () => clearSearch(context),
      stepMatch: by => stepMatch(context, by),
      step: by => step(context, by),
    })}
    ${filters(options, chosen, state.editing, state.goModules, {
      setOptions: change,
      edit,
      apply: (field, text) => applyFilter(context, field, text),
    })}
    <div class="view" id="view" role="tabpanel" aria-labelledby=${`tab-${state.tab}`}>
      ${front(context, state, overall, scene, parts)}
    </div>
    ${details(scene, state, {
      go,
      showCommit: () => context.rpc.post({ type: 'showCommit' }),
      fold: () => context.store.update({ detailsOpen: !state.detailsOpen }),
    })}
    ${sourceStatus(state.sourceStatus, place => context.rpc.post({ type: 'locateSource', place }))}
  </main>`;
}

/** What the front tab shows. */
function front(
  context: AppContext,
  state: AppState,
  overall: Scene,
  scene: Scene,
  parts: Parts,
): TemplateResult {
  const { unit } = overall.view;
  const alone = isAlone(state.diff);
  const setPalette = (palette: Palette): void => context.store.update({ palette });
  const showInGraph = (frame: Place): void => {
    selectFrame(context, frame);
    setTab(context, 'flame');
  };
  switch (state.tab) {
    case 'flame':
      if (overall.layout.total === 0) return nothingToDraw(context, overall.view.options.sampleType, alone);
      return html`${legend(scene, { ...state, width: effectiveWidth(state) }, alone, parts.leftOut, {
        showAll: () => zoomTo(context, 0),
        setPalette,
      })}
      ${parts.flame}`;
    case 'top':
      if (state.top.kind === 'ready') return topView(context, state.top.value, overall, alone, parts);
      return state.top.kind === 'refused'
        ? html`<p class="empty" role="alert">${shown(state.top.problem.message, longestSentence)}</p>`
        : html`<p class="empty" role="status">${l10n.t`Adding up the frames…`}</p>`;
    case 'suspects':
      return suspects(state, wordsOf(overall.view.headline.kind), unit, {
        go: place => openPlace(context, place, 'go'),
        showInGraph,
        rankBy: by => setSuspectsBy(context, by),
        putInOrder: suspectsOrder => context.store.update({ suspectsOrder }),
        isLit: ({ name, flat }) => isLit(state.search, name, flat),
        mark: ({ name, file }, mark) => context.rpc.post({ type: 'markKnown', site: { name, file }, mark }),
      });
    case 'neighbours':
      return neighbours(
        state.neighbours,
        unit,
        alone,
        ({ name, value }) => isLit(state.search, name, value),
        frame => openFrame(context, frame, 'reveal'),
        {
          graphs: parts.around,
          legend: around => aroundLegend(around, state.palette, alone, setPalette),
        },
      );
    default:
      return assertNever(state.tab);
  }
}

/** The table, and what stands above it. */
function topView(
  { store, rpc }: AppContext,
  rows: TopRows,
  { view }: Scene,
  alone: boolean,
  parts: Parts,
): TemplateResult {
  const { topLook } = store.state;
  return html`${topBar(rows, alone, topLook, {
    look: changes => store.update({ topLook: { ...topLook, ...changes } }),
    copy: format =>
      rpc.post({ type: 'copy', text: topText(format, rows, cellContext(view, alone), alone, topLook) }),
  })}
  ${parts.top}`;
}

/** Two equal profiles have no change to draw; what they hold still can be. */
function nothingToDraw(context: AppContext, sampleType: string, alone: boolean): TemplateResult {
  if (alone) return html`<p class="empty">${l10n.t`The profile holds nothing of ${shown(sampleType)}.`}</p>`;
  return html`<p class="empty">
    ${l10n.t`Nothing to draw: in this width ${shown(sampleType)} has no frames.`}
    <button class="link" @click=${() => setWidth(context, 'both')}>${l10n.t`Show what both hold`}</button>
  </p>`;
}
