import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { View } from '../../src/core/answers/requests.ts';
import { baseName } from '../../src/core/displayName.ts';
import { formatDelta } from '../../src/core/format.ts';
import { isAlone } from '../state/alone.ts';
import { headlineFacts } from '../state/headlineFacts.ts';

/** The headline as Markdown, for an issue or a chat. */
export function summaryText(diff: DiffInfo, view: View): string {
  const facts = headlineFacts(diff, view);
  const files = diff.base === null ? diff.current.name : `${diff.base.name} → ${diff.current.name}`;
  const lines = [`**${facts.figure}** ${facts.context}`, '', `${files}, ${view.options.sampleType}`];
  if (facts.site !== null) {
    const { lead, share, before, site } = facts.site;
    const where = site.file === '' ? '' : ` (${baseName(site.file)}:${site.line})`;
    lines.push('', `${lead}${share} ${before} \`${site.name}\`${where}`);
    for (const { text } of facts.chips) lines.push(`- ${text}`);
  } else if (facts.remark !== null) lines.push('', facts.remark);
  if (view.increase > 0 && !isAlone(diff)) {
    const grew = `increase ${formatDelta(view.increase, view.unit)}`;
    lines.push('', `${grew}, decrease ${formatDelta(-view.decrease, view.unit)}`);
  }
  return `${lines.join('\n')}\n`;
}
