import type { Profile } from '../profile.ts';
import { unitRatio } from '../units.ts';
import { compilePattern } from './pattern.ts';

/** Says of a profile's samples whether their labels match. */
export type TagFilter = (profile: Profile) => (sample: number) => boolean;

/** One label of a sample. */
interface Label {
  readonly key: string;
  /** Undefined for a numeric label. */
  readonly text: string | undefined;
  readonly number: number;
  readonly unit: string;
}

/**
 * Compiles pprof's tag syntax: `[key=]regexp[,regexp…]` on string labels (all must match; with a key, any), or
 * `[key=]32kb`, `:64kb`, `4mb:`, `12kb:64mb` on numeric ones. A number without a unit is in the label's own. Undefined
 * for `''`; `badOption` when it is not valid.
 */
export function compileTagFilter(option: string, filter: string): TagFilter | undefined {
  if (filter === '') return undefined;
  const equals = filter.indexOf('=');
  const wanted = equals < 0 ? undefined : filter.slice(0, equals);
  const value = filter.slice(equals + 1);
  const inRange = parseRange(value);
  if (inRange !== undefined) {
    return overLabels(
      labels => labels.some(label => label),
      label => label.text === undefined && (wanted === undefined || label.key === wanted) && inRange(label),
    );
  }
  const patterns = value.split(',').map(part => compilePattern(option, part) ?? { test: () => true });
  if (wanted !== undefined) {
    return overLabels(
      labels => labels.some(label => label),
      ({ key, text }) => key === wanted && text !== undefined && patterns.some(pattern => pattern.test(text)),
    );
  }
  return overLabels<readonly boolean[]>(
    labels => patterns.every((_, i) => labels.some(matches => matches[i])),
    ({ key, text }) => patterns.map(pattern => text !== undefined && pattern.test(`${key}:${text}`)),
  );
}

/** Asks about each distinct label once, then decides on what the labels of a sample answered. */
function overLabels<T>(decide: (answers: T[]) => boolean, ask: (label: Label) => T): TagFilter {
  return ({ samples, strings }) => {
    const known = new Map<string, T>();
    const answer = (i: number): T => {
      const [key = 0, text = 0, unit = 0] = [
        samples.labelKey[i],
        samples.labelString[i],
        samples.labelUnit[i],
      ];
      const number = samples.labelNumber[i] as number;
      const id = `${key} ${text} ${unit} ${number}`;
      let found = known.get(id);
      if (found === undefined) {
        found = ask({
          key: strings.get(key),
          text: text === 0 ? undefined : strings.get(text),
          number,
          unit: strings.get(unit) || defaultUnit(strings.get(key)),
        });
        known.set(id, found);
      }
      return found;
    };
    return sample => {
      const answers: T[] = [];
      for (
        let i = samples.labelStart[sample] as number;
        i < (samples.labelStart[sample + 1] as number);
        i++
      ) {
        answers.push(answer(i));
      }
      return decide(answers);
    };
  };
}

/** As pprof assumes: some well-known keys count bytes, others are a unit of their own. */
function defaultUnit(key: string): string {
  return key === 'request' || key === 'alignment' ? 'bytes' : key;
}

const rangeForm = /^(:?)([+-]?\d+)([A-Za-z]*)(?:(:)(?:([+-]?\d+)([A-Za-z]*))?)?$/;

function parseRange(text: string): ((label: Label) => boolean) | undefined {
  const match = rangeForm.exec(text);
  if (match === null) return undefined;
  const [, before, first, firstUnit = '', after, second, secondUnit = ''] = match;
  if (before === ':' && after === ':') return undefined;
  const low = before === ':' ? undefined : { value: Number(first), unit: firstUnit };
  const high =
    before === ':'
      ? { value: Number(first), unit: firstUnit }
      : second !== undefined
        ? { value: Number(second), unit: secondUnit }
        : after === ':'
          ? undefined
          : low;
  return label => {
    const compare = (bound: { value: number; unit: string }): number => {
      const ratio = bound.unit === '' ? 1 : unitRatio(label.unit, bound.unit);
      return ratio === undefined ? Number.NaN : label.number * ratio - bound.value;
    };
    return (low === undefined || compare(low) >= 0) && (high === undefined || compare(high) <= 0);
  };
}
