import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { keyScale, keyStep, panned, wholeWindow, type ZoomWindow } from '../../src/core/flame/zoom.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { isPlain } from '../flame/keyboard.ts';
import { type ChartModel, captureText } from './chartModel.ts';
import { dashes } from './chartTheme.ts';
import { capturesSeen, holding, isWhole, scaledAt } from './chartWindow.ts';
import type { SeriesView } from './seriesView.ts';

/** What keys in the chart ask for. */
export interface ChartKeys {
  look(at: number): void;
  mark(at: number): void;
  unmark(): void;
  /** Shows another window of it. */
  zoom(window: ZoomWindow): void;
}

/** The chart with its keys, its legend, and what is said of the capture that is looked at. */
export function chartView(
  answer: ShownSeries,
  model: ChartModel,
  picture: HTMLElement,
  { at, mark, window }: Pick<SeriesView, 'at' | 'mark' | 'window'>,
  keys: ChartKeys,
): TemplateResult {
  const last = answer.captures.length - 1;
  const onKey = (event: KeyboardEvent): void => {
    if (!isPlain(event)) return;
    const to = steps[event.key]?.(at, last);
    const wanted = windows[event.key]?.(model, window, model.at[at] ?? 0);
    if (to !== undefined) {
      keys.look(to);
      const held = holding(model, window, model.at[Math.min(Math.max(to, 0), last)] ?? 0);
      if (held !== window) keys.zoom(held);
    } else if (wanted !== undefined) keys.zoom(wanted);
    else if (event.key === 'Enter' || event.key === ' ') keys.mark(at);
    else if (event.key === 'Escape' && mark !== null) keys.unmark();
    else if (event.key === 'Escape' && !isWhole(window)) keys.zoom(wholeWindow);
    else return;
    event.preventDefault();
  };
  return html`<section class="chart" aria-label=${l10n.t`Chart`}>
    <div
      class="chart-keys"
      role="application"
      tabindex="0"
      aria-label=${l10n.t`${model.name}. Arrow keys go from capture to capture, Enter marks one, Enter on a second one opens the diff between them. The table of captures says the same.`}
      @keydown=${onKey}
    >${picture}</div>
    <p class="chart-reading" role="status">${captureText(answer, at)} · ${markText(at, mark)}</p>
    ${isWhole(window) ? nothing : zoomed(capturesSeen(model, window), answer.captures.length, () => keys.zoom(wholeWindow))}
    ${chartLegend(model)}
  </section>`;
}

/** What the lines of a chart are. */
export function chartLegend({ lines }: ChartModel): TemplateResult {
  return html`<ul class="chart-legend" aria-label=${l10n.t`Lines of the chart`}>
    ${lines.map(
      ({ label, look, scale }) =>
        html`<li>${swatch(look)}${scale === 'beside' ? l10n.t`${label} (right axis)` : label}</li>`,
    )}
  </ul>`;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: at => at - 1,
  ArrowRight: at => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

const windows: Readonly<Record<string, (model: ChartModel, window: ZoomWindow, at: number) => ZoomWindow>> = {
  '+': (model, window, at) => scaledAt(model, window, 1 / keyScale, at),
  '=': (model, window, at) => scaledAt(model, window, 1 / keyScale, at),
  '-': (model, window, at) => scaledAt(model, window, keyScale, at),
  '[': (_, window) => panned(window, -keyStep),
  ']': (_, window) => panned(window, keyStep),
};

function zoomed(seen: number, of: number, showAll: () => void): TemplateResult {
  return html`<p class="chart-zoom">
    <button class="link" @click=${showAll}>${l10n.t`${seen} of ${of} captures in sight · show all`}</button>
  </p>`;
}

function markText(at: number, mark: number | null): string {
  if (mark === null) return l10n.t`Enter or click marks it`;
  if (mark === at) return l10n.t`marked: mark another to see the diff`;
  return l10n.t`capture ${mark + 1} is marked: Enter or click opens the diff`;
}

function swatch(look: number): TemplateResult {
  const dash = (dashes[look % dashes.length] ?? []).join(' ');
  return html`<svg class="swatch" viewBox="0 0 26 8" aria-hidden="true">${svg`<line
    .style=${`stroke: var(--series-line-${look % dashes.length})`}
    x1="0" y1="4" x2="26" y2="4"
    stroke-width=${look === 0 ? 3 : 2}
    stroke-dasharray=${dash === '' ? 'none' : dash}
  />`}</svg>`;
}
