import * as l10n from '@vscode/l10n';
import type { Notice } from '../answers/notices.ts';
import type { Gap } from '../evidence/gap.ts';
import type { SampleType } from '../profile.ts';
import { gapText } from '../report/gapLines.ts';
import { noticeMarkdown } from '../report/headlineText.ts';
import { cutName, nameSpan, type Section } from './told.ts';

/** What cannot be told, what blocks everything else first. */
export function gapSection(gaps: readonly Gap[]): Section {
  const lines = gaps.map(gap => `- ${gapText(gap)}`);
  return { keep: 8, lines: lines.length === 0 ? [] : [l10n.t`Cannot tell:`, ...lines] };
}

/** The same as data. */
export function gapData(gaps: readonly Gap[]): readonly Readonly<Record<string, string>>[] {
  return gaps.map(({ claim, why, closedBy }) => ({ claim, why, closedBy }));
}

export function noticeSection(notices: readonly Notice[]): Section {
  return { keep: 7, lines: notices.map(notice => `> ${noticeMarkdown(notice)}`) };
}

/** Which numbers these are, and which there are besides: few readers look for them. `others` says how to come by those. */
export function typeLine(
  used: SampleType,
  all: readonly SampleType[],
  others = (names: string): string => l10n.t`There are also ${names}: give sampleType.`,
): string {
  const names = all.filter(({ type }) => type !== used.type).map(({ type }) => nameSpan(type));
  const rest = names.length === 0 ? l10n.t`There is no other.` : others(names.join(', '));
  return `${l10n.t`Sample type: ${nameSpan(used.type)} in ${nameSpan(used.unit)}.`} ${rest}`;
}

/** The same as data. */
export function typeData(used: SampleType, all: readonly SampleType[]): Readonly<Record<string, unknown>> {
  return {
    sampleType: { type: cutName(used.type), unit: cutName(used.unit) },
    otherSampleTypes: all.filter(({ type }) => type !== used.type).map(({ type }) => cutName(type)),
  };
}
