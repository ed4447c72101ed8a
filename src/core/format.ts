import * as l10n from '@vscode/l10n';
import { shown } from './shown.ts';
import { scaleOf } from './units.ts';

const minus = '−';
const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
const countUnits = ['', 'k', 'M', 'G', 'T', 'P', 'E'] as const;

/** Counts from here on are shortened (`12.3 M`); below they are shown to the last digit. */
const longestExactCount = 10_000_000;
/** A rate below is none: one in ten years, the longest between two captures, is above. */
const leastRate = 1e-6;
/** What a unit that a file made up may look like: words, of nothing that means something to Markdown or makes a link. */
const plainUnit = /^[\p{L}\p{N}]([\p{L}\p{N}_ /%°-]{0,30}[\p{L}\p{N}%])?$/u;

/** Bytes with IEC units and one decimal from KiB on: `0 B`, `284.8 MiB`, `−1.5 KiB`. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size < 1023.5) return signed(bytes, `${Math.round(size)} B`);
  return signed(bytes, scaled(Math.max(size, 1024), 1024, binaryUnits));
}

/** A count with thousands separated, shortened where nobody reads the digits: `40,409`, `12.3 M`. */
export function formatCount(count: number): string {
  const size = Math.abs(count);
  if (size >= longestExactCount) return signed(count, scaled(size, 1000, countUnits));
  return signed(count, exactCount(Math.round(size)));
}

/** An hourly rate, or one a minute, to what is read of it: whole, and below ten two digits, since one in five hours is not none. */
export function roundedRate(rate: number): number {
  const size = Math.abs(rate);
  if (size >= 9.95) return Math.round(rate);
  return size < leastRate ? 0 : Number(rate.toPrecision(2));
}

/** How `formatValue` and `formatDelta` give a rate of what is counted: `0.2`, `4.2`, `40,409`. */
export function formatRateCount(rate: number): string {
  const rounded = roundedRate(rate);
  const size = Math.abs(rounded);
  return size < 10 ? signed(rounded, String(size)) : formatCount(rounded);
}

/** A number to its last digit, its thousands apart as the reader's language has them: in some a comma begins what is less than one. */
export function exactCount(count: number): string {
  const between = l10n.t('1,000').slice(1, -3);
  return count.toString().replace(/\B(?=(\d{3})+$)/g, between);
}

/**
 * A value of a sample type in the words of its unit, scaled as pprof does: memory in powers of 1024, time to the unit
 * that leaves a number one can read. Units nobody here knows stand behind the number, if they are words. `counted` says
 * how a number without a scale is written.
 */
export function formatValue(value: number, unit: string, counted = formatCount): string {
  if (unit === '' || unit === 'count') return counted(value);
  const scale = scaleOf(unit);
  if (scale === undefined) {
    const count = counted(value);
    return plainUnit.test(unit) ? `${count} ${shown(unit)}` : l10n.t`${count} units`;
  }
  const smallest = value * scale.factor;
  return scale.of === 'memory' ? formatBytes(smallest) : formatTime(smallest);
}

const timeUnits = [
  ['d', 86_400e9],
  ['h', 3600e9],
  ['min', 60e9],
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
] as const;

/** Nanoseconds in one unit with one decimal: `1 ns`, `12.3 s`, `60 s`, `2.5 min`. Minutes, hours and days begin at two. */
function formatTime(nanoseconds: number): string {
  const size = Math.abs(nanoseconds);
  for (const [unit, factor] of timeUnits) {
    const least = factor >= 60e9 ? 2 : 1;
    if (size >= least * factor * 0.9995) return signed(nanoseconds, `${tenths(size / factor)} ${unit}`);
  }
  return signed(nanoseconds, `${tenths(size)} ns`);
}

function tenths(size: number): string {
  return String(Number(size.toFixed(1)));
}

/** A difference, always with its sign: `+284.8 MiB`, `−94.6 MiB`; `0 B` has none. Else as `formatValue`. */
export function formatDelta(delta: number, unit: string, counted = formatCount): string {
  const text = formatValue(delta, unit, counted);
  return delta > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * A share, 1 for the whole, as a percentage: `98 %`, `4.2 %`, `99.7 %` (100 % is said of the whole only), `< 0.1 %`,
 * `> −0.1 %`, `−12 %`.
 */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = Math.abs(share) * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.1) return share < 0 ? `> ${minus}0.1 %` : '< 0.1 %';
  const nearWhole = percent > 99 && percent < 100;
  if (nearWhole) return signed(share, `${Math.min(percent, 99.9).toFixed(1)} %`);
  return signed(share, percent < 9.95 ? `${percent.toFixed(1)} %` : `${formatCount(percent)} %`);
}

/** A share with its sign: `+530 %`, `−12 %`. */
export function formatDeltaPercent(share: number): string {
  const text = formatPercent(share);
  return share > 0 && /^\d/.test(text) ? `+${text}` : text;
}

const minute = 60_000;
const hour = 60 * minute;

/** What growth is given per: an hour; of captures a few minutes apart a minute, which is less of a stretch. */
export function ratePer(elapsed: number): { readonly milliseconds: number; readonly name: 'min' | 'h' } {
  return elapsed < 5 * minute ? { milliseconds: minute, name: 'min' } : { milliseconds: hour, name: 'h' };
}

/** A change in some milliseconds, an hour or a minute: `365.0 MiB/h`. */
export function formatRate(change: number, elapsed: number, unit: string): string {
  const { milliseconds, name } = ratePer(elapsed);
  return `${formatValue((change / elapsed) * milliseconds, unit, formatRateCount)}/${name}`;
}

/** Shorter than this seconds are told too: of half an hour, half a minute is no 2 %. */
const longestWithSeconds = 30 * 60;

/** Milliseconds in at most two units: `3 s`, `2 min 29 s`, `34 min`, `1 h 05 min`, `4 d 2 h`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 0.9995) return formatTime(milliseconds * 1e6);
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < longestWithSeconds && whole % 60 > 0) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const hours = Math.round(minutes / 60);
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

function signed(value: number, size: string): string {
  return value < 0 && /[1-9]/.test(size) ? minus + size : size;
}

/** One decimal in the largest unit that keeps the number at 1 or more, after rounding. */
function scaled(size: number, step: number, units: readonly string[]): string {
  let power = 0;
  let rest = size;
  while (rest >= step - 0.05 && power < units.length - 1) {
    rest /= step;
    power++;
  }
  return `${rest.toFixed(1)} ${units[power] ?? ''}`.trimEnd();
}

/** `about 24 samples`, of an estimate. */
export function formatSamples(samples: number): string {
  const count = formatCount(samples);
  return Math.round(samples) === 1 ? l10n.t`about ${count} sample` : l10n.t`about ${count} samples`;
}

/** `+1 object`, `−12 objects`. */
export function formatObjects(more: number): string {
  const count = formatDelta(more, 'count');
  return Math.abs(Math.round(more)) === 1 ? l10n.t`${count} object` : l10n.t`${count} objects`;
}

/** The text with its numbers whole: no line ends between a number and its unit, behind the sign before it, nor within a range. */
export function unbroken(text: string): string {
  return text
    .replace(/(?<=[<>±≈]) (?=[−\d])|(?<=\d) (?=%|[KMGTPE]?i?B\b)/g, '\u00a0')
    .replace(/(?<=\d)–(?=\d)/g, '–\u2060');
}
