import * as l10n from '@vscode/l10n';
import type { Hint } from '../hints/hint.ts';
import { shown } from '../shown.ts';
import { cutName, nameSpan } from './told.ts';
import { type FoundPlace, placeData } from './toldPlace.ts';

/** Who wrote a line, as far as that is known. */
export interface Author {
  readonly author: string;
  readonly date: string;
  readonly hash: string;
  readonly subject: string;
}

/** Lines of a file around one of them. */
export interface SourcePart {
  /** 1-based number of the first. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** The line of a site that its reader can change, with what its source says: of a library's site that which calls it. */
export interface Excerpt {
  readonly at: FoundPlace;
  readonly source: SourcePart | null;
  readonly author: Author | null;
  readonly hint: Hint | null;
}

const longestLine = 120;
const longestHint = 600;

/** Who changed a line last. */
export function authorLines(author: Author | null): readonly string[] {
  if (author === null) return [];
  const { author: name, date, hash, subject } = author;
  return [l10n.t`Last changed by ${nameSpan(name)} on ${date}, ${hash}: ${nameSpan(subject)}.`];
}

/** Why a line may leak. */
export function hintLines(hint: Hint | null): readonly string[] {
  if (hint === null) return [];
  const text = shown(hint.text, longestHint);
  return [
    hint.lines.length > 0
      ? l10n.t`A guess from the source, not from the profiles: ${text}`
      : l10n.t`From the stacks of the profiles: ${text}`,
  ];
}

/** Source around a line, indented, so that none of it can be Markdown or end a fence. */
export function sourceLines(source: SourcePart | null, { line }: FoundPlace): readonly string[] {
  if (source === null) return [];
  const width = String(source.from + source.lines.length - 1).length;
  return source.lines.map((text, i) => {
    const number = source.from + i;
    return `    ${number === line ? '>' : ' '} ${String(number).padStart(width)} ${sourceLine(text)}`;
  });
}

/** All of it as data. */
export function excerptData({ at, source, author, hint }: Excerpt): Readonly<Record<string, unknown>> {
  return {
    sourceOf: placeData(at),
    source: source === null ? null : { from: source.from, lines: source.lines.map(sourceLine) },
    lastChanged:
      author === null
        ? null
        : {
            author: cutName(author.author),
            date: author.date,
            commit: author.hash,
            subject: cutName(author.subject),
          },
    hint: hint === null ? null : { rule: hint.rule, text: shown(hint.text, longestHint) },
  };
}

function sourceLine(text: string): string {
  return shown(text.replaceAll('\t', '    '), longestLine);
}
