import type { ExactPair } from '../answers/exactTable.ts';
import type { Site } from '../answers/sites.ts';
import { localName } from '../displayName.ts';
import { formatDelta, formatDeltaPercent, formatDuration, formatPercent, formatValue } from '../format.ts';
import type { Report } from './reportJson.ts';

/** Rows of the table; whoever wants more takes the JSON. */
const mostRows = 20;

/** A report for people: what happened, where most of it happened, and the frames that changed most. */
export function reportMarkdown({ sampleType, base, current, table }: Report, top: Site | null): string {
  const { unit } = sampleType;
  const { total, increase, decrease, rows } = table;
  const delta = (pair: ExactPair): string => formatDelta(Number(pair.current - pair.base), unit);
  const value = (number: bigint): string => formatValue(Number(number), unit);

  const share = formatDeltaPercent(Number(total.current - total.base) / Number(total.base));
  const ofBase = total.base === 0n ? '' : ` (${share} of ${value(total.base)})`;
  const elapsed = base.timeNanos === 0n || current.timeNanos === 0n ? 0n : current.timeNanos - base.timeNanos;
  const time = elapsed > 0n ? ` in ${formatDuration(Number(elapsed) / 1e6)}` : '';

  const lines = [
    `# ${sampleType.type}: ${delta(total)}${ofBase}${time}`,
    '',
    `Base ${code(base.file)}, current ${code(current.file)}.`,
    `Increase ${formatDelta(Number(increase), unit)}, decrease ${formatDelta(-Number(decrease), unit)}.`,
  ];
  if (top !== null) {
    const where = top.file === '' ? '' : ` (${code(`${top.file}:${top.line}`)})`;
    lines.push(
      '',
      `${formatPercent(top.share)} of the growth is allocated in ${code(localName(top.name))}${where}.`,
    );
  }
  const shown = rows.slice(0, mostRows);
  if (shown.length > 0) {
    lines.push('', '| flat | base → current | cum | name | file |', '|--:|--:|--:|:--|:--|');
    for (const { name, file, line, flat, cum } of shown) {
      const where = line > 0 ? `${file}:${line}` : file;
      const sides = `${value(flat.base)} → ${value(flat.current)}`;
      lines.push(`| ${delta(flat)} | ${sides} | ${delta(cum)} | ${cell(name)} | ${cell(where)} |`);
    }
    if (rows.length > mostRows) lines.push('', `The ${mostRows} largest changes of ${rows.length} rows.`);
  }
  return `${lines.join('\n')}\n`;
}

/** Untrusted text as inline code: one line, and no backtick that could end it. */
function code(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ')}\``;
}

function cell(text: string): string {
  return text === '' ? '' : code(text).replaceAll('|', '\\|');
}
