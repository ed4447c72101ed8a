import { readFileSync, writeFileSync } from 'node:fs';
import type { Machine } from './machine.ts';
import { type Measured, verdictOf } from './targets.ts';

const begin = '<!-- bench: begin -->';
const end = '<!-- bench: end -->';

/** One line for each row, as it is measured. */
export function consoleTable(rows: readonly Measured[]): readonly string[] {
  return rows.map(row => {
    const { measured, atLeast, aim } = cells(row);
    const goals = `at least ${atLeast}, aim ${aim}`;
    return `${row.size.padEnd(4)}  ${row.what.padEnd(66)} ${measured.padStart(10)}  ${goals.padEnd(32)} ${verdictOf(row)}${row.note && ` (${row.note})`}`;
  });
}

/** Puts the table between the marks in a Markdown file. Throws when the marks are not there. */
export function updateReadme(path: string, where: Machine, rows: readonly Measured[]): void {
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table`);
  writeFileSync(
    path,
    `${text.slice(0, from + begin.length)}\n${markdownTable(where, rows)}\n${text.slice(to)}`,
  );
}

function markdownTable(where: Machine, rows: readonly Measured[]): string {
  const { date, processor, memory, node, go, chromium } = where;
  const lines = rows.map(row => {
    const { measured, atLeast, aim } = cells(row);
    return `| ${row.what} | ${row.size} | **${measured}** | ${atLeast} | ${aim} | ${verdictOf(row)} | ${row.note} |`;
  });
  return [
    `Measured ${date} on ${processor}, ${memory}; Node ${node}, Go ${go}, Chromium ${chromium}.`,
    '',
    '| what | size | measured | at least | aim | verdict | behind it |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function cells(row: Measured): { readonly measured: string; readonly atLeast: string; readonly aim: string } {
  const sign = row.better === 'more' ? '≥' : '≤';
  const goal = (value: number) => `${sign} ${formatted(value, row)}`;
  return { measured: formatted(row.value, row), atLeast: goal(row.atLeast), aim: goal(row.aim) };
}

function formatted(value: number, { unit }: Measured): string {
  if (Number.isNaN(value)) return 'failed';
  const digits = unit === '' ? 2 : Math.abs(value) < 20 && !Number.isInteger(value) ? 1 : 0;
  const number = value.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === '×' ? `${number} ×` : unit === 'nodes' ? number : `${number} ${unit}`.trim();
}
