import * as l10n from '@vscode/l10n';
import type { Growth } from '../answers/growth.ts';
import type { Headline } from '../answers/headline.ts';
import { formatDelta, formatValue } from '../format.ts';
import type { Hint } from '../hints/hint.ts';
import type { SampleType } from '../profile.ts';
import { shown } from '../shown.ts';
import { gapData, gapSection, typeData, typeLine } from './gapParts.ts';
import { type FoundSite, siteData, siteText } from './tellComparison.ts';
import { cutName, type NextCall, nameSpan, nextLines, type Told, written } from './told.ts';
import { type FoundPlace, placeData, placeText } from './toldPlace.ts';

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

/** What is known of one site's growth. */
export interface SiteFacts {
  readonly base: string;
  readonly current: string;
  readonly found: FoundSite;
  /** Lines of the site's function that changed beyond noise. */
  readonly lines: readonly Growth[];
  readonly callers: readonly FoundPlace[];
  /** Own functions on its largest stack, nearest to the site first. */
  readonly own: readonly FoundPlace[];
  readonly source: SourcePart | null;
  readonly author: Author | null;
  readonly hint: Hint | null;
  readonly headline: Headline;
  readonly type: SampleType;
  readonly types: readonly SampleType[];
}

const longestLine = 120;
const longestHint = 600;

/** Where one site's growth is allocated, who calls it, and what its source says. */
export function tellSite(facts: SiteFacts): Told {
  const { found, lines, callers, own, author, hint, headline, type, types, source } = facts;
  const { unit } = type;
  const { flat } = found.site;
  const next = nextCalls(facts);
  const markdown = written([
    {
      keep: 10,
      lines: [
        `**${siteText(found, unit)}.** ${l10n.t`It held ${formatValue(flat.base, unit)}, and holds ${formatValue(flat.current, unit)}.`}`,
      ],
    },
    {
      keep: 9,
      lines:
        lines.length === 0
          ? []
          : [l10n.t`Lines:`, ...lines.map(line => `- ${lineText(line, found.at, unit)}`)],
    },
    {
      keep: 7,
      lines:
        callers.length === 0
          ? []
          : [l10n.t`Called most by:`, ...callers.map(place => `- ${placeText(place)}`)],
    },
    {
      keep: 6,
      lines:
        own.length === 0
          ? []
          : [
              l10n.t`Own code on its largest stack, nearest first:`,
              ...own.map(place => `- ${placeText(place)}`),
            ],
    },
    { keep: 5, lines: sourceLines(source, found.at) },
    { keep: 4, lines: authorLines(author) },
    { keep: 8, lines: hintLines(hint) },
    gapSection(headline.gaps),
    { keep: 3, lines: [typeLine(type, types)] },
    { keep: 2, lines: nextLines(next) },
  ]);
  return {
    markdown,
    data: {
      ...siteData(found),
      base: flat.base,
      current: flat.current,
      lines: lines.map(({ line, value }) => ({ line, growth: Math.round(value.current - value.base) })),
      callers: callers.map(placeData),
      ownFrames: own.map(placeData),
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
      cannotTell: gapData(headline.gaps),
      ...typeData(type, types),
      next,
    },
  };
}

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

function lineText({ line, value, file }: Growth, { path, isFound }: FoundPlace, unit: string): string {
  const where = nameSpan(`${isFound ? path : file}:${line}`);
  const delta = formatDelta(value.current - value.base, unit);
  return isFound ? l10n.t`${where} ${delta} (line as it was built)` : `${where} ${delta}`;
}

/** Source around a line, indented, so that none of it can be Markdown or end a fence. */
export function sourceLines(source: SourcePart | null, { line }: FoundPlace): readonly string[] {
  if (source === null) return [];
  const width = String(source.from + source.lines.length).length;
  return source.lines.map((text, i) => {
    const number = source.from + i;
    return `    ${number === line ? '>' : ' '} ${String(number).padStart(width)} ${sourceLine(text)}`;
  });
}

function sourceLine(text: string): string {
  return shown(text.replaceAll('\t', '    '), longestLine);
}

function nextCalls({ base, current }: SiteFacts): readonly NextCall[] {
  return [
    {
      tool: 'heap_over_time',
      arguments: { files: [base, current] },
      why: 'with more captures tells whether it goes on growing; after a change, verify_fix with four captures from before and four from after it, whether that has stopped it.',
    },
  ];
}
