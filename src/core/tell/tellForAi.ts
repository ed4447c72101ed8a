import * as l10n from '@vscode/l10n';
import { partLines } from '../report/partLines.ts';
import { authorLines, type Excerpt, hintLines, sourceLines } from './excerpt.ts';
import { typeLine } from './gapParts.ts';
import { type ComparisonFacts, comparisonSections } from './tellComparison.ts';
import { type Section, written } from './told.ts';
import { placeText } from './toldPlace.ts';

/** A pair as a panel shows it, and the source of its sites, in their order. */
export interface ForAiFacts extends ComparisonFacts {
  readonly excerpts: readonly Excerpt[];
}

/** What a panel shows, as Markdown to be given to an assistant that has nothing else: no tools, no files. */
export function tellForAi(facts: ForAiFacts): string {
  const { type, info, options, excerpts } = facts;
  const numbers = [typeLine(type, info.sampleTypes, notShown), ...partLines(options)];
  return written([
    ...comparisonSections(facts, numbers),
    // Source of the last site goes first.
    ...excerpts.map((each, i) => ({ keep: 4 - i / excerpts.length, lines: excerptLines(each) })),
  ]);
}

function notShown(names: string): string {
  return l10n.t`There are also ${names}, which are not shown here.`;
}

function excerptLines({ at, source, author, hint }: Excerpt): Section['lines'] {
  const said = [...hintLines(hint), ...authorLines(author)];
  const code = sourceLines(source, at);
  if (said.length === 0 && code.length === 0) return [];
  // Without an empty line above it, indented code is none to Markdown.
  return [`${placeText(at)}:`, ...said, '', ...code];
}
