import { html, nothing, type TemplateResult } from 'lit-html';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import type { FramePlace, SourcePlace } from '../../src/protocol.ts';
import { isAlone } from '../state/alone.ts';
import type { AppState } from '../state/appState.ts';
import { openFrame, selectFrame } from '../state/frameSelection.ts';
import type { Scene } from '../state/scene.ts';
import { searchFor } from '../state/searching.ts';
import { openPlace } from '../state/selection.ts';
import { remedy, type Session } from '../state/session.ts';
import { stepMatch } from '../state/stepMatch.ts';
import { effectiveWidth, setOptions, setTab, setWidth, swap, zoomTo } from '../state/views.ts';
import { details } from './details.ts';
import { header } from './header.ts';
import { headline } from './headline.ts';
import { legend } from './legend.ts';
import { filterText, more } from './more.ts';
import { neighbours } from './neighbours.ts';
import { banner, problemView } from './problem.ts';
import { progressView } from './progress.ts';
import { sourceStatus } from './sourceStatus.ts';
import { summaryText } from './summaryText.ts';
import { suspects } from './suspects.ts';
import { tabBar } from './tabBar.ts';

/** Parts of the panel that draw themselves. */
export interface Parts {
  readonly flame: HTMLElement;
  /** How many frames the flame graph could not draw. */
  readonly leftOut: number;
  readonly top: HTMLElement;
}

/** The panel, from the state. */
export function app(session: Session, parts: Parts): TemplateResult {
  const { state } = session.store;
  const { screen } = state;
  switch (screen.kind) {
    case 'progress':
      return progressView(screen.phase, screen.fraction);
    case 'failed':
      return problemView(screen.problem, chosen => remedy(session, chosen));
    case 'open':
      return panel(session, state, parts);
    default:
      return assertNever(screen);
  }
}

function panel(session: Session, state: AppState, parts: Parts): TemplateResult {
  const { diff, options, overall, scene } = state;
  if (diff === null || options === null || overall === null || scene === null) return html``;
  const alone = isAlone(diff);
  const width = effectiveWidth(state);
  const go = (place: SourcePlace): void => openPlace(session, place, 'go');
  return html`<main class=${state.loading === null ? 'panel' : 'panel busy'} aria-busy=${state.loading === null ? 'false' : 'true'}>
    ${header(diff, options, width, state.moreOpen, {
      setOptions: changes => setOptions(session, changes),
      setWidth: chosen => setWidth(session, chosen),
      swap: () => void swap(session),
      toggleMore: () => session.store.update({ moreOpen: !state.moreOpen }),
    })}
    ${
      state.moreOpen
        ? more(options, alone, state.goModules, {
            setOptions: changes => setOptions(session, changes),
            copySummary: () => session.rpc.post({ type: 'copy', text: summaryText(diff, overall.view) }),
            save: format => session.rpc.post({ type: 'save', format, options }),
          })
        : nothing
    }
    ${state.stale === null ? nothing : banner(state.stale, chosen => remedy(session, chosen), null)}
    ${
      state.trouble === null
        ? nothing
        : banner(
            { message: state.trouble, remedies: [] },
            () => {},
            () => session.store.update({ trouble: null }),
          )
    }
    ${headline(diff, overall.view, go)}
    ${filtered(options, () => setOptions(session, { filter: noFilter, normalize: false }))}
    ${tabBar(state.tab, state.search, alone, overall.view.increase, {
      setTab: tab => setTab(session, tab),
      search: pattern => searchFor(session, pattern),
      stepMatch: by => stepMatch(session, by),
    })}
    <div class="view" id="view" role="tabpanel" aria-labelledby=${`tab-${state.tab}`}>
      ${front(session, state, overall, parts)}
    </div>
    ${details(scene, state, go, () => session.rpc.post({ type: 'showCommit' }))}
    ${sourceStatus(state.sourceStatus, place => session.rpc.post({ type: 'locateSource', place }))}
  </main>`;
}

/** What the front tab shows. */
function front(session: Session, state: AppState, overall: Scene, parts: Parts): TemplateResult {
  const { unit } = overall.view;
  const alone = isAlone(state.diff);
  const showInGraph = (frame: FramePlace): void => {
    selectFrame(session, frame);
    setTab(session, 'flame');
  };
  switch (state.tab) {
    case 'flame':
      if (overall.layout.total === 0) return nothingToDraw(session, overall.view.options.sampleType, alone);
      return html`${legend(overall.view, effectiveWidth(state), alone, parts.leftOut, state.zoom, () => zoomTo(session, 0))}
      ${parts.flame}`;
    case 'top':
      if (state.top.kind === 'ready') return html`${parts.top}`;
      return state.top.kind === 'refused'
        ? html`<p class="empty" role="alert">${shown(state.top.message, longestSentence)}</p>`
        : html`<p class="empty" role="status">Adding up the frames…</p>`;
    case 'suspects':
      return suspects(state.suspects, unit, { go: place => openPlace(session, place, 'go'), showInGraph });
    case 'neighbours':
      return neighbours(state.neighbours, unit, alone, frame => openFrame(session, frame, 'reveal'));
    default:
      return assertNever(state.tab);
  }
}

/** Two equal profiles have no change to draw; what they hold still can be. */
function nothingToDraw(session: Session, sampleType: string, alone: boolean): TemplateResult {
  if (alone) return html`<p class="empty">The profile holds nothing of ${shown(sampleType)}.</p>`;
  return html`<p class="empty">
    Nothing to draw: in this width ${shown(sampleType)} has no frames.
    <button class="link" @click=${() => setWidth(session, 'both')}>Show what both hold</button>
  </p>`;
}

/** A filter that is on is never out of sight: numbers below it are not the whole. */
function filtered(options: ViewOptions, clear: () => void): TemplateResult | typeof nothing {
  const text = filterText(options);
  if (text === '') return nothing;
  return html`<p class="filtered">Only part is shown: ${shown(text)} <button class="link" @click=${clear}>Clear</button></p>`;
}
