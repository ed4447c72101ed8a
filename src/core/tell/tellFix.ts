import * as l10n from '@vscode/l10n';
import type { FixVerdict } from '../fix/verifyFix.ts';
import type { SeriesAnswer } from '../series/series.ts';
import { shown } from '../shown.ts';
import { gapSection } from './gapParts.ts';
import { cutSentence, longestSentence, noticeLines, seriesFacts } from './tellSeries.ts';
import { type Section, type Told, written } from './told.ts';
import { type FoundPlace, placeData, placeText } from './toldPlace.ts';

/** Whether growth has stopped. `suspects` are those from before the fix, in the verdict's order. */
export function tellFix(
  before: SeriesAnswer,
  after: SeriesAnswer,
  verdict: FixVerdict,
  suspects: readonly FoundPlace[],
): Told {
  const { kind, sentence, per, sites } = verdict;
  const gone = (i: number): boolean | null => sites[i]?.gone ?? null;
  return {
    markdown: written([
      { keep: 10, lines: [`**${cutSentence(sentence)}**`] },
      {
        keep: 8,
        lines: suspects.map((place, i) => {
          const at = placeText(place);
          if (gone(i) === null) return `- ${l10n.t`whether ${at} still grows is not known`}`;
          return `- ${gone(i) === true ? l10n.t`${at} does not grow any more` : l10n.t`${at} still grows`}`;
        }),
      },
      armSection(before, beforeText),
      armSection(after, afterText),
      gapSection(
        [...before.gaps, ...after.gaps].filter(
          (gap, i, all) => all.findIndex(({ claim }) => claim === gap.claim) === i,
        ),
      ),
    ]),
    data: {
      verdict: {
        kind,
        sentence: shown(sentence, longestSentence),
        per,
        before: verdict.before,
        after: verdict.after,
      },
      suspects: suspects.map((place, i) => ({ ...placeData(place), gone: gone(i) })),
      before: seriesFacts(before),
      after: seriesFacts(after),
    },
  };
}

function armSection(
  { captures, verdict, notices, leftOut }: SeriesAnswer,
  text: (count: number, sentence: string) => string,
): Section {
  return {
    keep: 7,
    lines: [text(captures.length, cutSentence(verdict.sentence)), ...noticeLines(notices, leftOut)],
  };
}

function beforeText(count: number, sentence: string): string {
  return count === 1
    ? l10n.t`Before, 1 capture: ${sentence}`
    : l10n.t`Before, ${count} captures: ${sentence}`;
}

function afterText(count: number, sentence: string): string {
  return count === 1 ? l10n.t`After, 1 capture: ${sentence}` : l10n.t`After, ${count} captures: ${sentence}`;
}
