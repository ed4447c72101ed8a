import * as l10n from '@vscode/l10n';
import { html, svg, type TemplateResult } from 'lit-html';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { type ChartModel, captureText } from './chartModel.ts';
import { dashes } from './chartTheme.ts';

/** What keys in the chart ask for. */
export interface ChartKeys {
  look(at: number): void;
  mark(at: number): void;
  unmark(): void;
}

/** The chart with its keys, its legend, and what is said of the capture that is looked at. */
export function chartView(
  answer: ShownSeries,
  model: ChartModel,
  picture: HTMLElement,
  { at, mark }: { readonly at: number; readonly mark: number | null },
  keys: ChartKeys,
): TemplateResult {
  const last = answer.captures.length - 1;
  const onKey = (event: KeyboardEvent): void => {
    const to = steps[event.key]?.(at, last);
    if (to !== undefined) keys.look(to);
    else if (event.key === 'Enter' || event.key === ' ') keys.mark(at);
    else if (event.key === 'Escape' && mark !== null) keys.unmark();
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
