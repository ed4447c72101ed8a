import { formatDelta, formatPercent } from '../format.ts';
import type { Judged } from '../gate/judge.ts';
import type { RecognisedSite } from '../gate/measurePair.ts';
import { formatRetained } from '../measures/retainedText.ts';
import { isAllocated } from '../pair/sharedTypes.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { codeSpan } from './codeSpan.ts';
import { folded } from './folded.ts';
import { gapLines } from './gapLines.ts';
import {
  noticeMarkdown,
  placeMarkdown,
  sentenceMarkdown,
  stackHintLines,
  suspectHintLines,
} from './headlineText.ts';
import { limitLines } from './limitLines.ts';
import { partLines } from './partLines.ts';
import type { Report } from './reportJson.ts';
import { changeText, tableLines } from './reportMarkdown.ts';

/** Suspects that are seen before anything is unfolded. */
const mostSuspects = 5;
const mostSetAside = 10;

/** What has changed, by the kind of the values. */
const titles: Readonly<Record<ValueKind, string>> = {
  memory: 'Heap',
  time: 'Time',
  waiting: 'Waiting',
  goroutines: 'Goroutines',
  leakedGoroutines: 'Leaked goroutines',
  threads: 'Threads',
  exceptions: 'Exceptions',
  other: 'Profile',
};

/** What was allocated is no heap: most of it is gone. */
function titleOf({ headline: { kind }, sampleType: { type } }: Report): string {
  return kind === 'memory' && isAllocated(type) ? 'Allocated' : titles[kind];
}

/**
 * A pair as a comment on a change: limits, the sentence and the suspects; the rest is folded.
 */
export function commentMarkdown(
  report: Report,
  judged: readonly Judged[],
  sites: readonly RecognisedSite[],
): string {
  const { headline, notices, suspects } = report;
  const { unit } = report.sampleType;
  const setAside = sites.flatMap(({ site, known }) =>
    known === null
      ? []
      : [`- ${placeMarkdown(site)} ${formatDelta(site.net, unit)}${because(known.because)}`],
  );
  const aside = sites.reduce((sum, { site, known }) => (known === null ? sum : sum + site.net), 0);
  const back = sites.flatMap(({ site, back: leak }) =>
    leak === null
      ? []
      : [`- ${placeMarkdown(site)} ${formatDelta(site.net, unit)}, fixed ${codeSpan(leak.fixed ?? '')}`],
  );
  const others = suspects.filter(
    ({ name }) => !sites.some(({ site, known }) => known !== null && site.name === name),
  );
  return `${[
    `## ${titleOf(report)}: ${changeText(report)}`,
    '',
    ...section(partLines(report.options)),
    ...section(limitLines(judged)),
    ...section(asideLines(setAside.length, formatDelta(aside, unit))),
    sentenceMarkdown(headline.sentence),
    ...headline.chips.map(({ text }) => `- ${text}`),
    ...stackHintLines(headline.site),
    ...notices.slice(0, mostSuspects).flatMap(notice => ['', `> ${noticeMarkdown(notice)}`]),
    ...(others.length > 1
      ? [
          '',
          ...others.slice(0, mostSuspects).flatMap((each, i) => {
            const retained = each.retained === null ? '' : `, ${formatRetained(each.retained)}`;
            const from = each.own === null ? '' : `, called from ${placeMarkdown(each.own)}`;
            const text = `${placeMarkdown(each)}${from}: ${formatDelta(each.net, unit)}, ${formatPercent(each.share)} of the growth${retained}`;
            return [`${i + 1}. ${text}`, ...suspectHintLines(others, i, headline)];
          }),
        ]
      : []),
    ...(back.length > 0 ? ['', 'Fixed once, and back:', '', ...back.slice(0, mostSuspects)] : []),
    ...(setAside.length > 0 ? ['', 'Known, and set aside:', '', ...setAside.slice(0, mostSetAside)] : []),
    ...(setAside.length > mostSetAside ? [`- and ${setAside.length - mostSetAside} more`] : []),
    ...spaced(folded('What these files cannot tell', gapLines(headline.gaps).slice(3))),
    ...spaced(folded('What changed most', tableLines(report))),
  ].join('\n')}\n`;
}

/** Known leaks in numbers, without which limits seem to contradict heading and sentence. */
function asideLines(count: number, growth: string): string[] {
  if (count === 0) return [];
  return count === 1
    ? [`1 known leak, ${growth}, is set aside: heading, sentence and shares count it, limits do not.`]
    : [
        `${count} known leaks, ${growth} together, are set aside: heading, sentence and shares count them, limits do not.`,
      ];
}

function because(reason: string): string {
  return reason === '' ? '' : `: ${codeSpan(reason)}`;
}

function spaced(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}
