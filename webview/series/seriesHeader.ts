import { html, nothing, type TemplateResult } from 'lit-html';
import { shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { dropdown } from '../controls.ts';
import { captureTimes } from './captureTimes.ts';

/** What the header can ask for. */
export interface SeriesHeaderActions {
  /** The capture's address; null takes the mark away. */
  fixFrom(file: string | null): void;
}

const noFix = '';

/** Which captures these are, and where a fix went in. */
export function seriesHeader(
  series: ShownSeries,
  fixedFrom: string | null,
  { fixFrom }: SeriesHeaderActions,
): TemplateResult {
  const { captures } = series;
  const times = captureTimes(captures);
  const choices = captures.slice(1).map(({ file, name }, i) => ({
    value: file,
    text: `before ${i + 2}: ${shown(name)}`,
    title: times[i + 1] ?? '',
  }));
  return html`<header>
    ${files(series)}
    ${
      choices.length === 0
        ? nothing
        : html`<div class="controls">
          ${dropdown({
            label: 'Where the fix went in',
            prefix: 'Fix: ',
            value: choices.some(({ value }) => value === fixedFrom) ? (fixedFrom ?? noFix) : noFix,
            choices: [{ value: noFix, text: 'none' }, ...choices],
            onChange: value => fixFrom(value === noFix ? null : value),
          })}
        </div>`
    }
  </header>`;
}

function files({ captures }: ShownSeries): TemplateResult {
  const times = captureTimes(captures);
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined) return html`<p class="files">No captures</p>`;
  return html`<p class="files">
    <strong>${shown(first.name)}</strong> ${times[0]} <span class="to" aria-label="to">→</span>
    <strong>${shown(last.name)}</strong> ${times.at(-1)}
  </p>`;
}
