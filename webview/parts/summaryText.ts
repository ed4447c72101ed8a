import * as l10n from '@vscode/l10n';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { Headline } from '../../src/core/answers/headline.ts';
import type { View } from '../../src/core/answers/requests.ts';
import { baseName } from '../../src/core/displayName.ts';
import { formatDelta } from '../../src/core/format.ts';
import { codeSpan } from '../../src/core/report/codeSpan.ts';
import { gapLines } from '../../src/core/report/gapLines.ts';
import { noticeMarkdown, sentenceMarkdown } from '../../src/core/report/headlineText.ts';
import { partLines } from '../../src/core/report/partLines.ts';
import { shown } from '../../src/core/shown.ts';
import type { LeakedGoroutines } from '../../src/protocol.ts';
import { isAlone } from '../state/alone.ts';

/** What a picture says above the graph: how much, of which files, of what. */
export function captionText(diff: DiffInfo, { headline, options }: View): string {
  return [headline.figure, filesText(diff, shown), shown(options.sampleType)].join(' · ');
}

/** The headline as Markdown, for an issue or a chat, with what is said of leaked goroutines; every name and path is a code span. */
export function summaryText(
  diff: DiffInfo,
  view: View,
  headline: Headline,
  leaked: LeakedGoroutines | null,
): string {
  const { figure, context, sentence, chips, direction, gaps } = headline;
  const type = codeSpan(view.options.sampleType);
  // Alone, the context is the sample type.
  const lines = [
    direction === 'alone' ? `**${figure}**` : `**${figure}** ${context}`,
    '',
    `${filesText(diff, codeSpan)}, ${type}`,
    ...partLines(view.options),
  ];
  lines.push('', sentenceMarkdown(sentence, baseName), ...chips.map(({ text }) => `- ${text}`));
  if (view.increase > 0 && !isAlone(diff)) {
    const [up, down] = [formatDelta(view.increase, view.unit), formatDelta(-view.decrease, view.unit)];
    lines.push('', l10n.t`increase ${up}, decrease ${down}`);
  }
  for (const notice of diff.notices) lines.push('', `> ${noticeMarkdown(notice)}`);
  if (leaked !== null) lines.push('', `> ${leaked.text}`);
  lines.push(...gapLines(gaps));
  return `${lines.join('\n')}\n`;
}

function filesText({ base, current }: DiffInfo, written: (name: string) => string): string {
  return base === null ? written(current.name) : `${written(base.name)} → ${written(current.name)}`;
}
