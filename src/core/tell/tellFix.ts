import type { SeriesAnswer } from '../series/series.ts';
import type { FixVerdict } from '../series/verifyFix.ts';
import { shown } from '../shown.ts';
import { gapSection } from './gapParts.ts';
import { escaped, longestSentence, seriesFacts } from './tellSeries.ts';
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
  const gone = (i: number): boolean => sites[i]?.gone === true;
  return {
    markdown: written([
      { keep: 10, lines: [`**${escaped(sentence)}**`] },
      {
        keep: 8,
        lines: suspects.map(
          (place, i) => `- ${placeText(place)} ${gone(i) ? 'does not grow any more' : 'still grows'}`,
        ),
      },
      armSection('Before', before),
      armSection('After', after),
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

function armSection(when: string, { captures, verdict, notices, leftOut }: SeriesAnswer): Section {
  return {
    keep: 7,
    lines: [
      `${when}, ${captures.length} capture${captures.length === 1 ? '' : 's'}: ${escaped(verdict.sentence)}`,
      ...[...notices, ...leftOut.map(({ why }) => `Left out: ${why}`)].map(text => `> ${escaped(text)}`),
    ],
  };
}
