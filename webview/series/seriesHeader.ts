import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { shown, shownName } from '../../src/core/shown.ts';
import type { SeriesState, ShownFix, ShownSeries } from '../../src/seriesProtocol.ts';
import { button, dropdown } from '../controls.ts';
import { swapIcon } from '../icons.ts';
import { captureTimes, spanOf } from './captureTimes.ts';

/** What the header can ask for. */
export interface SeriesHeaderActions {
  /** The capture's address; null takes the mark away. */
  fixFrom(file: string | null): void;
  metrics(how: 'add' | 'remove'): void;
  limit(): void;
  sampleType(type: string): void;
}

const noFix = '';

/** Which captures these are, and where a fix went in. */
export function seriesHeader(
  series: ShownSeries,
  kept: SeriesState | null,
  { fixFrom, metrics, limit, sampleType }: SeriesHeaderActions,
): TemplateResult {
  const { captures } = series;
  const times = captureTimes(captures);
  const fixedFrom = kept?.fixedFrom ?? noFix;
  const choices = captures.slice(1).map(({ file, name }, i) => ({
    value: file,
    text: l10n.t`before ${i + 2}: ${shown(name)}`,
    title: times[i + 1] ?? '',
  }));
  return html`<header>
    ${files(series)}
    <div class="controls">
      ${sampleTypeChoice(series, sampleType)}
      ${
        choices.length === 0
          ? nothing
          : dropdown({
              label: l10n.t`Where the fix went in`,
              closed: text => l10n.t`Fix: ${text}`,
              value: choices.some(({ value }) => value === fixedFrom) ? fixedFrom : noFix,
              choices: [{ value: noFix, text: l10n.t`none` }, ...choices],
              onChange: value => fixFrom(value === noFix ? null : value),
            })
      }
      ${button({ text: l10n.t`Add RSS or Traffic…`, secondary: true, onClick: () => metrics('add') })}
      ${
        (kept?.metrics.length ?? 0) === 0
          ? nothing
          : button({
              text: l10n.t`Remove`,
              label: l10n.t`Remove the RSS and traffic that was added`,
              secondary: true,
              onClick: () => metrics('remove'),
            })
      }
      ${button({ text: l10n.t`Limit…`, label: l10n.t`Container limit`, secondary: true, onClick: limit })}
    </div>
  </header>`;
}

/** What is before the fix, and what after it. */
export function fixHeader(
  { before }: ShownFix,
  { swap, sampleType }: { swap(): void; sampleType(type: string): void },
): TemplateResult {
  return html`<header>
    <div class="controls">
      ${sampleTypeChoice(before, sampleType)}
      ${button({ text: swapIcon, label: l10n.t`Swap before and after`, icon: true, onClick: swap })}
    </div>
  </header>`;
}

/** What the captures are counted in, where there is a choice. */
function sampleTypeChoice(
  { sampleType: { type: used }, sampleTypes }: ShownSeries,
  onChange: (type: string) => void,
): TemplateResult | typeof nothing {
  if (sampleTypes.length < 2) return nothing;
  return dropdown({
    label: l10n.t`Sample type`,
    value: used,
    choices: sampleTypes.map(({ type, unit }) => ({
      value: type,
      text: shownName(type),
      title: shown(unit),
    })),
    onChange,
  });
}

function files({ captures }: ShownSeries): TemplateResult {
  const times = captureTimes(captures);
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined) return html`<p class="files">${l10n.t`No captures`}</p>`;
  const known = spanOf(captures) > 0;
  return html`<p class="files">
    <strong title=${shown(first.name)}>${known ? times[0] : shown(first.name)}</strong>
    <span class="to" aria-label=${l10n.t`to`}>→</span>
    <strong title=${shown(last.name)}>${known ? times.at(-1) : shown(last.name)}</strong>
  </p>`;
}
