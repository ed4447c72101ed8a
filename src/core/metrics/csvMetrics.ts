import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { formatCount } from '../format.ts';
import type { Limits } from '../formats/limits.ts';
import { TextLines } from '../formats/text/textLines.ts';
import { shown } from '../shown.ts';
import { csvCells, csvSeparator } from './csvCells.ts';
import { MetricPoints, mostMetrics } from './metricPoints.ts';
import { type MetricTime, metricTime } from './metricTime.ts';
import type { ReadMetrics } from './readMetrics.ts';

/** Bad rows that are named; the others are counted. */
const mostNamed = 3;
/** What stands for no value. */
const noValue = /^(?:nan|null|none|na|n\/a|-)$/i;
/** What JavaScript takes for a number, and nobody writes as one. */
const otherBase = /^0[box]/i;

/**
 * Reads CSV: a header, then a row for each time, which its first column has (`metricTime`); each other column is a series.
 * An empty cell is no value. Rows that cannot be read are left out, counted and the first of them named. Linear.
 */
export function csvMetrics(bytes: Uint8Array, limits: Limits): ReadMetrics {
  const lines = new TextLines(bytes, limits);
  const points = new MetricPoints();
  const notices: string[] = [];
  if (!nextRow(lines)) throw new ProfileError('wrongKind', l10n.t`is empty: ${wanted()}`);
  const separator = csvSeparator(lines.line);
  const names = header(lines.line, separator);
  const read = Math.min(names.length, mostMetrics);
  for (let i = 0; i < read; i++) points.addMetric();
  if (read < names.length) {
    notices.push(l10n.t`Only the first ${read} of ${formatCount(names.length)} series were read.`);
  }
  const values = new Float64Array(names.length);
  const bad: string[] = [];
  let rows = 0;
  let bare = 0;
  while (nextRow(lines)) {
    rows++;
    const found = row(lines.line, separator, values);
    if (typeof found === 'function') {
      bad.push(bad.length < mostNamed ? l10n.t`line ${lines.number} ${found()}` : '');
      continue;
    }
    if (!found.zoned) bare++;
    for (let i = 0; i < read; i++) {
      const value = values[i] as number;
      if (!Number.isNaN(value)) points.add(i, found.time, value);
    }
  }
  if (bad.length === rows) {
    throw new ProfileError(
      'wrongKind',
      rows === 0
        ? l10n.t`has a header and no rows: ${wanted()}`
        : l10n.t`has no row that can be read (${bad[0] ?? ''}): ${wanted()}`,
    );
  }
  if (bad.length > 0) notices.push(badRows(bad));
  if (bare > 0) notices.push(l10n.t('Its times say no zone and were taken for UTC.'));
  const metrics = points.done(names, notices);
  if (metrics.length === 0) throw new ProfileError('wrongKind', l10n.t`holds no values: ${wanted()}`);
  return { metrics, notices };
}

const wanted = (): string =>
  l10n.t('a metrics file has a line of names, `time` first, and a row of numbers for each time');

/** Moves to the next line that holds something: a comment does not. */
function nextRow(lines: TextLines): boolean {
  while (lines.next()) if (lines.line !== '' && !lines.line.startsWith('#')) return true;
  return false;
}

/** Names of the series. */
function header(line: string, separator: string): string[] {
  const [time, ...names] = csvCells(line, separator) ?? [];
  if (time === undefined || names.length === 0)
    throw new ProfileError('wrongKind', l10n.t`names no series: ${wanted()}`);
  if (metricTime(time) !== null)
    throw new ProfileError('wrongKind', l10n.t`begins with numbers: ${wanted()}`);
  return names;
}

/** Puts a row's values into `values`, NaN for none, and gives its time; or what says what is wrong with it: of many bad rows few are told. */
function row(line: string, separator: string, values: Float64Array): MetricTime | (() => string) {
  const cells = csvCells(line, separator);
  if (cells === null) return () => l10n.t('has a quote that is not closed');
  const columns = values.length + 1;
  // The end of a line is trimmed, and empty cells after tabs with it.
  while (separator === '\t' && cells.length < columns) cells.push('');
  if (cells.length !== columns)
    return () => l10n.t`has ${formatCount(cells.length)} cells, not ${formatCount(columns)}`;
  const first = (cells[0] as string).trim();
  const at = metricTime(first);
  if (at === null) return () => l10n.t`has no time but “${shown(first, longestQuoted)}”`;
  for (let i = 1; i < columns; i++) {
    const text = (cells[i] as string).trim();
    const value = numberOf(separator === ';' ? text.replace(',', '.') : text);
    if (value === undefined) return () => l10n.t`has no number but “${shown(text, longestQuoted)}”`;
    values[i - 1] = value;
  }
  return at;
}

const longestQuoted = 40;

/** NaN where it stands for no value, undefined where it is no number. */
function numberOf(text: string): number | undefined {
  if (text === '') return Number.NaN;
  const value = Number(text);
  if (Number.isFinite(value)) return otherBase.test(text) ? undefined : value;
  return noValue.test(text) ? Number.NaN : undefined;
}

function badRows(bad: readonly string[]): string {
  const named = bad.filter(text => text !== '').join('; ');
  if (bad.length === 1) return l10n.t`One row was left out: ${named}.`;
  const rows = formatCount(bad.length);
  return bad.length > mostNamed
    ? l10n.t`${rows} rows were left out: ${named}; and ${formatCount(bad.length - mostNamed)} more.`
    : l10n.t`${rows} rows were left out: ${named}.`;
}
