import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { formatCount, formatDelta, formatValue } from '../../src/core/format.ts';
import { shown } from '../../src/core/shown.ts';
import type { ShownCapture, ShownSeries } from '../../src/seriesProtocol.ts';
import { checkbox } from '../controls.ts';
import { captureTimes } from './captureTimes.ts';

/** What the table of captures can ask for; captures by their place. */
export interface CaptureActions {
  compare(from: number, to: number): void;
  /** Of the goroutines that had leaked. */
  compareLeaks(from: number, to: number): void;
  settle(capture: ShownCapture, settled: boolean): void;
}

/** The captures of a series: what the chart draws, as a table. */
export function captureTable(
  answer: ShownSeries,
  title: string,
  at: number,
  actions: CaptureActions,
): TemplateResult {
  const { captures, sampleType } = answer;
  const times = captureTimes(captures);
  const counts = captures.some(({ objects }) => objects !== null);
  const goroutines = captures.some(each => each.goroutines !== null);
  const leaks = captures.some(({ leakedGoroutines }) => (leakedGoroutines ?? 0) > 0);
  return html`<section class="part" aria-label=${title}>
    <h2>${title}</h2>
    <div class="scrolls" tabindex="0" role="group" aria-label=${l10n.t`Table: ${title}`}>
      <table class="series-table">
        <thead>
          <tr>
            <th scope="col">${l10n.t`Time`}</th>
            <th scope="col">${l10n.t`Capture`}</th>
            <th scope="col" class="number">${l10n.t`Total`}</th>
            <th scope="col" class="number">${l10n.t`Δ before`}</th>
            ${counts ? html`<th scope="col" class="number">${l10n.t`Δ objects`}</th>` : nothing}
            ${goroutines ? html`<th scope="col" class="number">${l10n.t`Goroutines`}</th>` : nothing}
            ${leaks ? html`<th scope="col" class="number" title=${l10n.t`Goroutines that nothing can wake any more`}>${l10n.t`Leaked`}</th>` : nothing}
            <th scope="col" title=${l10n.t`The load had stopped before this capture`}>${l10n.t`Settled`}</th>
          </tr>
        </thead>
        <tbody>
          ${captures.map(
            (capture, i) => html`<tr class=${i === at ? 'looked-at' : ''}>
              <td class="time">${times[i]}</td>
              <th scope="row">${shown(capture.name)}${capture.restarted ? html` <span class="chip">${l10n.t`new start`}</span>` : nothing}</th>
              <td class="number">${formatValue(capture.total, sampleType.unit)}</td>
              <td class="number">${delta(captures, i, sampleType.unit, actions)}</td>
              ${counts ? html`<td class="number">${objects(captures, i)}</td>` : nothing}
              ${goroutines ? html`<td class="number">${known(capture.goroutines)}</td>` : nothing}
              ${leaks ? html`<td class="number">${leaked(captures, i, actions)}</td>` : nothing}
              <td>
                ${checkbox({
                  unseen: true,
                  text: l10n.t`${shown(capture.name)} was captured after the load had stopped`,
                  checked: capture.settled,
                  onChange: settled => actions.settle(capture, settled),
                })}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The change since the capture before, which leads to the diff of both. */
function delta(
  captures: readonly ShownCapture[],
  at: number,
  unit: string,
  { compare }: CaptureActions,
): TemplateResult | string {
  const [before, capture] = [captures[at - 1], captures[at]];
  if (before === undefined || capture === undefined) return '–';
  const text = formatDelta(capture.total - before.total, unit);
  return link(text, l10n.t`${text}: compare ${shown(before.name)} with ${shown(capture.name)}`, () =>
    compare(at - 1, at),
  );
}

/** How many goroutines had leaked, which leads to the diff of those of the capture before and these. */
function leaked(
  captures: readonly ShownCapture[],
  at: number,
  { compareLeaks }: CaptureActions,
): TemplateResult | string {
  const [before, capture] = [captures[at - 1], captures[at]];
  const text = known(capture?.leakedGoroutines ?? null);
  if (before?.leaks !== true || capture?.leaks !== true) return text;
  const label = l10n.t`${text} leaked: compare those of ${shown(before.name)} with those of ${shown(capture.name)}`;
  return link(text, label, () => compareLeaks(at - 1, at));
}

function link(text: string, label: string, follow: () => void): TemplateResult {
  return html`<button class="link" aria-label=${label} title=${label} @click=${follow}>${text}</button>`;
}

function known(count: number | null): string {
  return count === null ? '–' : formatCount(count);
}

function objects(captures: readonly ShownCapture[], at: number): string {
  const [before, now] = [captures[at - 1]?.objects ?? null, captures[at]?.objects ?? null];
  return before === null || now === null ? '–' : formatDelta(now - before, 'count');
}
