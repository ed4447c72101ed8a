import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../src/core/assertNever.ts';
import type { SourcePlace } from '../src/protocol.ts';
import type { AppState } from './appState.ts';
import { details } from './details.ts';
import { header } from './header.ts';
import { headline } from './headline.ts';
import { legend } from './legend.ts';
import { banner, problemView } from './problem.ts';
import { progressView } from './progress.ts';
import { searchFor, stepMatch } from './searching.ts';
import { openPlace } from './selection.ts';
import { remedy, type Session } from './session.ts';
import { tabBar } from './tabBar.ts';
import { effectiveWidth, setOptions, setTab, setWidth, swap, zoomTo } from './views.ts';

/** The panel, from the state. `flame` is the element of the flame graph, `leftOut` what it could not draw. */
export function app(session: Session, flame: HTMLElement, leftOut: number): TemplateResult {
  const { state } = session.store;
  const { screen } = state;
  switch (screen.kind) {
    case 'progress':
      return progressView(screen.phase, screen.fraction);
    case 'failed':
      return problemView(screen.problem, chosen => remedy(session, chosen));
    case 'open':
      return panel(session, state, flame, leftOut);
    default:
      return assertNever(screen);
  }
}

function panel(session: Session, state: AppState, flame: HTMLElement, leftOut: number): TemplateResult {
  const { diff, options, overall, scene } = state;
  if (diff === null || options === null || overall === null || scene === null) return html``;
  const alone = diff.base === null;
  const width = effectiveWidth(state);
  const go = (place: SourcePlace): void => openPlace(session, place, 'go');
  return html`<main class=${state.loading === null ? 'panel' : 'panel busy'} aria-busy=${state.loading === null ? 'false' : 'true'}>
    ${header(diff, options, width, state.moreOpen, {
      setOptions: changes => setOptions(session, changes),
      setWidth: chosen => setWidth(session, chosen),
      swap: () => void swap(session),
      toggleMore: () => session.store.update({ moreOpen: !state.moreOpen }),
    })}
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
    ${tabBar(state.tab, state.search, alone, overall.view.increase, {
      setTab: tab => setTab(session, tab),
      search: pattern => searchFor(session, pattern),
      stepMatch: by => void stepMatch(session, by),
    })}
    <div class="view" id="view" role="tabpanel" aria-labelledby=${`tab-${state.tab}`}>
      ${legend(overall.view, width, alone, leftOut, state.zoom, () => zoomTo(session, 0))} ${flame}
    </div>
    ${details(scene, state, go)}
    ${state.sourceStatus === null ? nothing : html`<p class="source-status" role="status">${state.sourceStatus}</p>`}
  </main>`;
}
