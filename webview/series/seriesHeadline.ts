import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { formatRate } from '../../src/core/series/rate.ts';
import type { Verdict, VerdictKind } from '../../src/core/series/series.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';

/** A verdict in a word or two. */
function kindText(kind: VerdictKind): string {
  switch (kind) {
    case 'staircase':
      return l10n.t`Staircase`;
    case 'followsTraffic':
      return l10n.t`Follows traffic`;
    case 'oneStep':
      return l10n.t`One step`;
    case 'flat':
      return l10n.t`Flat`;
    case 'cannotSay':
      return l10n.t`Cannot say`;
    default:
      return assertNever(kind);
  }
}

/** What the series comes to, readable in three seconds. */
export function seriesHeadline({ verdict, sampleType, captures }: ShownSeries): TemplateResult {
  const { perHour, seen } = verdict;
  const { word, rest } = splitVerdict(verdict);
  // A rate that may be none is none to begin with.
  const isSure = perHour !== null && (perHour.low > 0 || perHour.high < 0);
  const rate = !isSure ? '' : formatRate(perHour, seen.milliseconds, sampleType.unit).replace(/ \(.*/, '');
  const count = captures.length === 1 ? l10n.t`1 capture` : l10n.t`${captures.length} captures`;
  const context = [rate, shown(sampleType.type), count].filter(text => text !== '').join(' · ');
  return html`<section class="headline" aria-label=${l10n.t`Summary`}>
    <h1>
      <span class="figure">${word}</span> <span class="context">${context}</span>
    </h1>
    <div class="where"><span class="sentence">${shown(rest, longestSentence)}</span></div>
  </section>`;
}

/** `Staircase: it …` as its word, which may be finer than the kind, and the rest. */
export function splitVerdict({ kind, sentence }: Pick<Verdict, 'kind' | 'sentence'>): {
  readonly word: string;
  readonly rest: string;
} {
  const [, word = kindText(kind), rest = sentence] = /^([\p{L} ]{2,24})[:：] ?(.*)$/su.exec(sentence) ?? [];
  return { word, rest: rest.slice(0, 1).toUpperCase() + rest.slice(1) };
}
