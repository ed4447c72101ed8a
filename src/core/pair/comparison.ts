import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Profile, StringTable } from '../profile.ts';
import { labelKeyTest } from './labelKeyTest.ts';
import { normalRatio, scaled } from './normalize.ts';
import { indexOfType, type SharedType, sharedTypes } from './sharedTypes.ts';
import { sum } from './sum.ts';

/**
 * How the samples of one or two profiles become base and current: `pair`, two profiles; `alone`, one without a
 * base; `labelled`, one that carries its base under the label `pprof::base`, negated; `signed`, one whose negative
 * values are the base.
 */
export type ComparisonKind = 'pair' | 'alone' | 'labelled' | 'signed';

/** Profiles made comparable. Entries are the samples of all profiles, one profile after the other. */
export interface Comparison {
  readonly kind: ComparisonKind;
  /** One, or base and current. */
  readonly profiles: readonly Profile[];
  readonly types: readonly SharedType[];
  readonly entries: number;
}

/** One number an entry, or a bucket, on both sides, in the sample type's unit. */
export interface PairColumns {
  readonly base: Float64Array;
  readonly current: Float64Array;
}

/** Throws `ProfileError` when the profiles share no sample type. */
export function compare(profiles: readonly Profile[]): Comparison {
  const entries = profiles.reduce((count, profile) => count + profile.samples.count, 0);
  return { kind: kindOf(profiles), profiles, types: sharedTypes(profiles), entries };
}

function kindOf(profiles: readonly Profile[]): ComparisonKind {
  const [only, second] = profiles;
  if (second !== undefined || only === undefined) return 'pair';
  if (carriesBase(only)) return 'labelled';
  return holdsNegatives(only) ? 'signed' : 'alone';
}

/** Whether pprof has labelled a sample as the base of a diff. */
export function carriesBase({ strings, samples: { labelKey } }: Profile): boolean {
  const isBase = baseTest(strings);
  for (let i = 0; i < labelKey.length; i++) if (isBase(labelKey[i] as number)) return true;
  return false;
}

/** Whether a value of any sample type is below zero. */
export function holdsNegatives({ samples: { values } }: Profile): boolean {
  return values.some(({ value }) => {
    // `value.some` would call a function for each: there are millions.
    for (let i = 0; i < value.length; i++) if ((value[i] as number) < 0) return true;
    return false;
  });
}

/** 1 for each sample that pprof has labelled as the base of a diff. */
export function baseSamples(profile: Profile): Uint8Array {
  const { count, labelStart, labelKey } = profile.samples;
  const marked = new Uint8Array(count);
  if (labelKey.length === 0) return marked;
  const isBase = baseTest(profile.strings);
  for (let sample = 0; sample < count; sample++) {
    for (let i = labelStart[sample] as number; i < (labelStart[sample + 1] as number); i++) {
      if (isBase(labelKey[i] as number)) marked[sample] = 1;
    }
  }
  return marked;
}

function baseTest(strings: StringTable): (key: number) => boolean {
  return labelKeyTest(strings, key => key === 'pprof::base');
}

/** The sample type of that name. Throws `badOption` when the profiles do not share it. */
export function typeNamed(comparison: Comparison, name: string): SharedType {
  const found = comparison.types[indexOfType(comparison.types, name)];
  if (found !== undefined) return found;
  const names = comparison.types.map(({ type }) => type).join(', ');
  throw new ProfileError('badOption', l10n.t`there is no sample type ${name}; there is ${names}`);
}

/**
 * Values of a sample type. `part` asks for the high or the low words of values past 2^53 (`ValueColumn.wide`):
 * a value is high × 2^32 + low.
 */
export function pairColumns(
  comparison: Comparison,
  type: SharedType,
  normalize: boolean,
  part: 'value' | 'high' | 'low' = 'value',
): PairColumns {
  const { kind, profiles, entries } = comparison;
  const base = new Float64Array(entries);
  const current = new Float64Array(entries);
  let first = 0;
  profiles.forEach((profile, i) => {
    const { index, factor } = type.columns[i] ?? { index: -1, factor: 1 };
    const column = profile.samples.values[index];
    if (column === undefined) throw new ProfileError('badOption', l10n.t`no values for ${type.type}`);
    let values = column.value;
    if (part === 'high') values = column.wide?.high ?? new Float64Array(values.length);
    if (part === 'low') values = column.wide?.low ?? values;
    if (factor !== 1) values = values.map(v => v * factor);
    if (kind === 'labelled') {
      const inBase = baseSamples(profile);
      values.forEach((v, sample) => {
        if (inBase[sample] === 1) base[sample] = 0 - v;
        else current[sample] = v;
      });
    } else if (kind === 'signed') {
      const signs = column.value;
      values.forEach((v, sample) => {
        if ((signs[sample] as number) < 0) base[sample] = 0 - v;
        else current[sample] = v;
      });
    } else {
      (kind === 'pair' && i === 0 ? base : current).set(values, first);
    }
    first += profile.samples.count;
  });
  if (!normalize) return { base, current };
  const sums = isWide(comparison, type)
    ? wideSums(comparison, type)
    : { base: sum(base), current: sum(current) };
  const ratio = normalRatio(sums.base, sums.current);
  if (ratio === 1) return { base, current };
  if (part === 'value') return { base, current: scaled(current, ratio) };
  // One ratio, of the whole values, for both of their words.
  const whole = scaled(pairColumns(comparison, type, false).current, ratio);
  const high = (value: number): number => Math.floor(value / word);
  return { base, current: whole.map(part === 'high' ? high : value => value - high(value) * word) };
}

const word = 2 ** 32;

/** Sums of values past 2^53, rounded to doubles once, as Go rounds an int64. */
function wideSums(comparison: Comparison, type: SharedType): { base: number; current: number } {
  const high = pairColumns(comparison, type, false, 'high');
  const low = pairColumns(comparison, type, false, 'low');
  const whole = (side: 'base' | 'current'): number =>
    Number(BigInt(sum(high[side])) * BigInt(word) + BigInt(sum(low[side])));
  return { base: whole('base'), current: whole('current') };
}

/** True when sums of the type's values need more than a double's 53 bits. */
export function isWide({ profiles }: Comparison, type: SharedType): boolean {
  return profiles.some(
    (profile, i) => profile.samples.values[type.columns[i]?.index ?? -1]?.wide !== undefined,
  );
}
