import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { siteName } from '../../src/core/displayName.ts';
import { filled } from '../../src/core/filled.ts';
import type { FixKind, FixVerdict } from '../../src/core/fix/verifyFix.ts';
import { formatDelta, formatRateCount, formatValue } from '../../src/core/format.ts';
import { formatRate } from '../../src/core/series/rate.ts';
import type { Estimate } from '../../src/core/series/series.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { ShownFix, ShownSeries } from '../../src/seriesProtocol.ts';
import { captureCount } from './captureTimes.ts';
import type { ChartModel } from './chartModel.ts';
import { chartLegend } from './chartView.ts';
import { splitVerdict } from './seriesHeadline.ts';

function kindText(kind: FixKind): string {
  switch (kind) {
    case 'fixed':
      return l10n.t`Fixed`;
    case 'slower':
      return l10n.t`Slower, not fixed`;
    case 'notFixed':
      return l10n.t`Not fixed`;
    case 'cannotSay':
      return l10n.t`Cannot say`;
    default:
      return assertNever(kind);
  }
}

/** The verdict on a fix, readable in three seconds. */
export function fixHeadline({ verdict, before, after }: ShownFix): TemplateResult {
  const counts = l10n.t`${captureCount(before.captures)} before, ${after.captures.length} after`;
  const context = `${shown(before.sampleType.type)} · ${counts}`;
  return html`<section class="headline" aria-label=${l10n.t`Summary`}>
    <h1>
      <span class="figure">${kindText(verdict.kind)}</span> <span class="context">${context}</span>
    </h1>
    <div class="where"><span class="sentence">${sentence(verdict)}</span></div>
  </section>`;
}

/** Both series on the same axes, with their growth, and what became of the suspects. `titled` where more stands around it. */
export function fixView(
  fix: ShownFix,
  model: ChartModel,
  picture: HTMLElement,
  titled: boolean,
): TemplateResult {
  const { verdict, before, after } = fix;
  return html`<section class="part fix" aria-label=${l10n.t`Before and after the fix`}>
    ${
      titled
        ? html`<h2>${l10n.t`Before and after the fix: ${kindText(verdict.kind)}`}</h2>
          <p class="fix-sentence">${sentence(verdict)}</p>`
        : nothing
    }
    <div class="chart">
      <div role="img" aria-label=${model.name}>${picture}</div>
      ${chartLegend(model)}
    </div>
    <div class="scrolls" tabindex="0" role="group" aria-label=${l10n.t`Growth before and after`}>
      <table class="series-table">
        <thead>
          <tr>
            <th scope="col">${l10n.t`Series`}</th>
            <th scope="col" class="number">${l10n.t`Captures`}</th>
            <th scope="col" class="number">${l10n.t`First → last`}</th>
            <th scope="col" class="number">${verdict.per === 'hour' ? l10n.t`Growth` : l10n.t`Growth per 1,000 requests`}</th>
            <th scope="col">${l10n.t`By itself`}</th>
          </tr>
        </thead>
        <tbody>
          ${armRow(l10n.t`Before`, before, verdict.before, verdict)}
          ${armRow(l10n.t`After`, after, verdict.after, verdict)}
        </tbody>
      </table>
    </div>
    ${suspects(verdict)}
  </section>`;
}

function armRow(name: string, series: ShownSeries, rate: Estimate | null, fix: FixVerdict): TemplateResult {
  const { captures, sampleType, verdict } = series;
  const [first, last] = [captures[0], captures.at(-1)];
  const ends =
    first === undefined || last === undefined
      ? '–'
      : `${formatValue(first.total, sampleType.unit)} → ${formatValue(last.total, sampleType.unit)}`;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${captures.length}</td>
    <td class="number">${ends}</td>
    <td class="number">${rate === null ? '–' : rateText(rate, fix, sampleType.unit)}</td>
    <td>${splitVerdict(verdict).word}</td>
  </tr>`;
}

function rateText(rate: Estimate, { per, seen }: FixVerdict, unit: string): string {
  if (per === 'hour') return formatRate(rate, seen, unit);
  const [low, high] = [rate.low, rate.high].map(each => formatValue(each, unit, formatRateCount));
  return `${formatDelta(rate.value, unit, formatRateCount)} (${low} … ${high})`;
}

function suspects({ kind, sites }: FixVerdict): TemplateResult | typeof nothing {
  if (sites.length === 0 || kind === 'cannotSay') return nothing;
  return html`<ul class="fix-sites" aria-label=${l10n.t`Suspects before the fix`}>
    ${sites.map(
      ({ name, gone }) =>
        html`<li>
          ${filled(becameText(gone), html`<strong title=${shownName(name)}>${siteName(name)}</strong>`)}
        </li>`,
    )}
  </ul>`;
}

function becameText(gone: boolean | null): string {
  if (gone === null) return l10n.t('whether {0} still grows is not known');
  return gone ? l10n.t('{0} is gone from the suspects') : l10n.t('{0} still grows');
}

/** Without the word that stands above it. */
function sentence({ sentence: text }: FixVerdict): string {
  const rest = /^[\p{L}\p{P}\p{Zs}]{2,40}?[:：] ?(.*)$/su.exec(text)?.[1] ?? text;
  return shown(rest.slice(0, 1).toUpperCase() + rest.slice(1), longestSentence);
}
