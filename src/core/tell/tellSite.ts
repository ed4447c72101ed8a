import * as l10n from '@vscode/l10n';
import type { Growth } from '../answers/growth.ts';
import type { Headline } from '../answers/headline.ts';
import { formatDelta, formatValue } from '../format.ts';
import type { SampleType } from '../profile.ts';
import { authorLines, type Excerpt, excerptData, hintLines, sourceLines } from './excerpt.ts';
import { type FoundSite, siteData, siteText } from './foundSite.ts';
import { gapData, gapSection, typeData, typeLine } from './gapParts.ts';
import { type NextCall, nameSpan, nextLines, type Section, type Told, written } from './told.ts';
import { type FoundPlace, placeData, placeText } from './toldPlace.ts';

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
  readonly excerpt: Excerpt;
  readonly headline: Headline;
  readonly type: SampleType;
  readonly types: readonly SampleType[];
}

/** Where one site's growth is allocated, who calls it, and what its source says. */
export function tellSite(facts: SiteFacts): Told {
  const { found, lines, callers, own, excerpt, headline, type, types } = facts;
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
    ...excerptSections(excerpt, found.at),
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
      ...excerptData(excerpt),
      cannotTell: gapData(headline.gaps),
      ...typeData(type, types),
      next,
    },
  };
}

/** What the source says; of another line than the site's it is said which. */
function excerptSections({ at, source, author, hint }: Excerpt, site: FoundPlace): readonly Section[] {
  const [first, ...others] = [
    { keep: 8, lines: hintLines(hint) },
    { keep: 4, lines: authorLines(author) },
    { keep: 5, lines: sourceLines(source, at) },
  ].filter(({ lines }) => lines.length > 0);
  if (first === undefined) return [];
  const isSites = at.path === site.path && at.line === site.line;
  // Without an empty line above it, indented code is none to Markdown.
  const head = isSites ? [] : [`${placeText(at)}:`, ''];
  return [{ ...first, lines: [...head, ...first.lines] }, ...others];
}

function lineText({ line, value, file }: Growth, { path, isFound }: FoundPlace, unit: string): string {
  const where = nameSpan(`${isFound ? path : file}:${line}`);
  const delta = formatDelta(value.current - value.base, unit);
  return isFound ? l10n.t`${where} ${delta} (line as it was built)` : `${where} ${delta}`;
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
