import * as l10n from '@vscode/l10n';
import type { Gap } from '../evidence/gap.ts';
import { sentences } from '../sentences.ts';

/** A section of Markdown: what the files cannot tell, and what would close it; nothing where there are no gaps. */
export function gapLines(gaps: readonly Gap[]): string[] {
  if (gaps.length === 0) return [];
  return ['', l10n.t`What these files cannot tell:`, '', ...gaps.map(gap => `- ${gapText(gap)}`)];
}

/** What cannot be claimed and why, and what would close that. */
export function gapText({ claim, why, closedBy }: Gap): string {
  return sentences(l10n.t`${capitalized(claim)}: ${why}.`, closedBy);
}

/** A claim at the start of a sentence. */
export function capitalized(claim: string): string {
  return `${claim.slice(0, 1).toUpperCase()}${claim.slice(1)}`;
}
