import type { Notice } from '../answers/notices.ts';
import type { Gap } from '../evidence/gap.ts';
import type { SampleType } from '../profile.ts';
import { capitalized } from '../report/gapLines.ts';
import { noticeMarkdown } from '../report/headlineText.ts';
import { cutName, nameSpan, type Section } from './told.ts';

/** What cannot be told, what blocks everything else first. */
export function gapSection(gaps: readonly Gap[]): Section {
  const lines = gaps.map(({ claim, why, closedBy }) => `- ${capitalized(claim)}: ${why}. ${closedBy}`);
  return { keep: 8, lines: lines.length === 0 ? [] : ['Cannot tell:', ...lines] };
}

/** The same as data. */
export function gapData(gaps: readonly Gap[]): readonly Readonly<Record<string, string>>[] {
  return gaps.map(({ claim, why, closedBy }) => ({ claim, why, closedBy }));
}

export function noticeSection(notices: readonly Notice[]): Section {
  return { keep: 7, lines: notices.map(notice => `> ${noticeMarkdown(notice)}`) };
}

/** Which numbers these are, and which there are besides: few readers look for them. `how` says how to come by those. */
export function typeLine(used: SampleType, all: readonly SampleType[], how = ': give sampleType'): string {
  const others = all.filter(({ type }) => type !== used.type).map(({ type }) => nameSpan(type));
  const rest = others.length === 0 ? 'There is no other.' : `There are also ${others.join(', ')}${how}.`;
  return `Sample type: ${nameSpan(used.type)} in ${nameSpan(used.unit)}. ${rest}`;
}

/** The same as data. */
export function typeData(used: SampleType, all: readonly SampleType[]): Readonly<Record<string, unknown>> {
  return {
    sampleType: { type: cutName(used.type), unit: cutName(used.unit) },
    otherSampleTypes: all.filter(({ type }) => type !== used.type).map(({ type }) => cutName(type)),
  };
}
