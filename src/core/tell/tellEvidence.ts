import type { FileInfo } from '../answers/diffInfo.ts';
import type { Notice } from '../answers/notices.ts';
import type { Gap } from '../evidence/gap.ts';
import { formatCount } from '../format.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import type { SampleType } from '../profile.ts';
import { gapData, gapSection, noticeSection, typeData, typeLine } from './gapParts.ts';
import { cutSentence } from './tellSeries.ts';
import { cutName, type NextCall, nameSpan, nextLines, type Told, written } from './told.ts';

const heapless: readonly ValueKind[] = ['time', 'waiting', 'exceptions'];

const noHeap: Gap = {
  claim: 'what memory is in use',
  why: 'no memory is counted in a profile of this kind',
  closedBy: 'Choose heap profiles.',
  closing: 'chooseAgain',
};

/** What is known of one or two files before anything is read from their numbers. */
export interface EvidenceFacts {
  readonly files: readonly FileInfo[];
  readonly kind: ValueKind;
  readonly type: SampleType;
  readonly types: readonly SampleType[];
  readonly notices: readonly Notice[];
  readonly gaps: readonly Gap[];
  readonly next: readonly NextCall[];
}

/** What files support and what not. */
export function tellEvidence({ files, kind, type, types, notices, gaps: told, next }: EvidenceFacts): Told {
  const gaps = heapless.includes(kind) ? [noHeap, ...told] : told;
  const sentence = sentenceOf(gaps, files.length === 1 ? 'one profile' : 'these two profiles');
  return {
    markdown: written([
      { keep: 10, lines: [`**${sentence}**`] },
      gapSection(gaps),
      noticeSection(notices),
      { keep: 6, lines: [...files.map(fileLine), typeLine(type, types)] },
      { keep: 4, lines: nextLines(next) },
    ]),
    data: {
      sentence,
      cannotTell: gapData(gaps),
      files: files.map(file => ({ ...file, name: cutName(file.name) })),
      notices: notices.map(({ text }) => cutName(text)),
      ...typeData(type, types),
      next,
    },
  };
}

/** What a series supports and what not. */
export function tellSeriesEvidence(
  captures: readonly string[],
  gaps: readonly Gap[],
  notices: readonly string[],
  next: readonly NextCall[],
): Told {
  const sentence = sentenceOf(gaps, `these ${captures.length} captures`);
  return {
    markdown: written([
      { keep: 10, lines: [`**${sentence}**`] },
      gapSection(gaps),
      { keep: 7, lines: notices.map(text => `> ${cutSentence(text)}`) },
      { keep: 5, lines: captures.map((name, i) => `${i + 1}. ${nameSpan(name)}`) },
      { keep: 4, lines: nextLines(next) },
    ]),
    data: {
      sentence,
      cannotTell: gapData(gaps),
      captures: captures.map(cutName),
      notices: notices.map(text => cutName(text)),
      next,
    },
  };
}

function sentenceOf(gaps: readonly Gap[], what: string): string {
  if (gaps.length === 0) return `Nothing is known to be missing from ${what}.`;
  const [first] = gaps;
  const more = gaps.length === 1 ? '' : `, and ${gaps.length - 1} more`;
  return `There is something that ${what} cannot tell: ${first?.claim ?? ''}${more}.`;
}

function fileLine({ name, format, timeMs, samples }: FileInfo): string {
  const time =
    timeMs === null
      ? 'without a time'
      : `of ${new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return `- ${nameSpan(name)}: ${format}, ${time}, ${samples === 1 ? '1 sample' : `${formatCount(samples)} samples`}`;
}
