import * as l10n from '@vscode/l10n';
import type { ExactPair } from '../answers/exactTable.ts';
import { formatDelta, formatDeltaPercent, formatPercent, formatValue } from '../format.ts';
import { formatRetained } from '../measures/retainedText.ts';
import { fileAndLine } from '../names/place.ts';
import { captureTime, elapsedMs } from '../pair/captureTime.ts';
import { wordsOf } from '../pair/valueWords.ts';
import { codeCell, codeSpan } from './codeSpan.ts';
import { gapLines } from './gapLines.ts';
import {
  noticeMarkdown,
  placeMarkdown,
  sentenceMarkdown,
  stackHintLines,
  suspectHintLines,
} from './headlineText.ts';
import { partLines } from './partLines.ts';
import type { Report } from './reportJson.ts';

/** Rows of the table; whoever wants more takes the JSON. */
const mostRows = 20;

const mostSuspects = 5;

/** A report for people: what happened, where most of it happened, and the frames that changed most. */
export function reportMarkdown(report: Report): string {
  const { sampleType, options, base, current, table, headline, notices } = report;
  const { unit } = sampleType;
  const { increase, decrease } = table;

  const lines = [
    `# ${typeName(sampleType.type)}: ${changeText(report)}`,
    '',
    l10n.t`Base ${codeSpan(base.file)}, current ${codeSpan(current.file)}.`,
    ...partLines(options),
    l10n.t`Increase ${formatDelta(Number(increase), unit)}, decrease ${formatDelta(-Number(decrease), unit)}.`,
    ...notices.flatMap(notice => ['', `> ${noticeMarkdown(notice)}`]),
    '',
    sentenceMarkdown(headline.sentence),
    ...headline.chips.map(({ text }) => `- ${text}`),
    ...stackHintLines(headline.site),
    ...suspectLines(report),
    ...gapLines(headline.gaps),
  ];
  const rows = tableLines(report);
  return `${[...lines, ...(rows.length > 0 ? ['', ...rows] : [])].join('\n')}\n`;
}

/** What became of the whole, as a heading has it: by how much, of what, in how long. */
export function changeText({ sampleType, base, current, table: { total }, headline }: Report): string {
  const { delta, value } = inUnit(sampleType.unit);
  const share = formatDeltaPercent(Number(total.current - total.base) / Number(total.base));
  const whole = headline.baseKnown
    ? l10n.t`${delta(total)} (${share} of ${value(total.base)})`
    : delta(total);
  const isLater = (elapsedMs(captureTime(base.timeNanos), captureTime(current.timeNanos)) ?? 0) > 0;
  const change = isLater && headline.time !== null ? `${whole} ${headline.time}` : whole;
  return headline.withinNoise && total.current !== total.base
    ? l10n.t`${change}, within sampling noise`
    : change;
}

/** The rows that changed most as a table; none for none. */
export function tableLines({ table: { rows }, sampleType }: Report): string[] {
  const { delta, value } = inUnit(sampleType.unit);
  const changed = rows.filter(({ flat, cum }) => [flat, cum].some(({ base, current }) => base !== current));
  const shown = changed.slice(0, mostRows);
  if (shown.length === 0) return [];
  const lines = shown.map(({ name, file, line, flat, cum }) => {
    const sides = `${value(flat.base)} → ${value(flat.current)}`;
    return `| ${delta(flat)} | ${sides} | ${delta(cum)} | ${codeCell(name)} | ${codeCell(fileAndLine(file, line))} |`;
  });
  const cut =
    changed.length > mostRows ? ['', l10n.t`The ${mostRows} largest changes of ${changed.length} rows.`] : [];
  return [
    `| flat | ${l10n.t`base → current`} | cum | ${l10n.t`name`} | ${l10n.t`file`} |`,
    '|--:|--:|--:|:--|:--|',
    ...lines,
    ...cut,
  ];
}

function inUnit(unit: string): {
  readonly delta: (pair: ExactPair) => string;
  readonly value: (number: bigint) => string;
} {
  return {
    delta: pair => formatDelta(Number(pair.current - pair.base), unit),
    value: number => formatValue(Number(number), unit),
  };
}

/** Suspects beside the one that the sentence names. */
function suspectLines({ suspects, headline, sampleType }: Report): string[] {
  const { site } = headline;
  const others = suspects.slice(0, mostSuspects);
  if (others.length === 0 || (others.length === 1 && others[0]?.name === site?.name)) return [];
  return [
    '',
    l10n.t`Suspects, ${wordsOf(headline.kind).ranked}:`,
    '',
    ...others.flatMap((each, i) => {
      const place = placeMarkdown(each);
      const site = each.own === null ? place : l10n.t`${place}, called from ${placeMarkdown(each.own)}`;
      const retained = each.retained === null ? '' : `, ${formatRetained(each.retained)}`;
      const size = `${formatDelta(each.net, sampleType.unit)}, ${formatPercent(each.share)}`;
      return [`${i + 1}. ${site}: ${size}${retained}`, ...suspectHintLines(others, i, headline)];
    }),
  ];
}

/** A sample type's name in a heading: as it is where it is a word. */
function typeName(type: string): string {
  return /^[\w-]{1,60}$/.test(type) && !/^_|__|_$/.test(type) ? type : codeSpan(type);
}
