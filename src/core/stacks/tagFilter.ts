import type { Profile } from '../profile.ts';
import { type Scale, scaleOf } from '../units.ts';
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
 * `[key=]32kb`, `:64kb`, `4mb:`, `12kb:64mb` on numeric ones. Where pprof would find nothing, a number with a key and
 * without a unit is in the label's own. Undefined for `''`; `badOption` when it is not valid.
 */
export function compileTagFilter(option: string, filter: string): TagFilter | undefined {
  if (filter === '') return undefined;
  const equals = filter.indexOf('=');
  const wanted = filter.slice(0, Math.max(0, equals));
  const value = filter.slice(equals + 1);
  const inRange = parseRange(value, wanted !== '');
  if (inRange !== undefined) {
    return overLabels(
      labels => labels.some(label => label),
      label => label.text === undefined && (wanted === '' || label.key === wanted) && inRange(label),
    );
  }
  const patterns = value.split(',').map(part => compilePattern(option, part) ?? { test: () => true });
  if (wanted !== '') {
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

/** Undefined for what is no range. */
function parseRange(text: string, hasKey: boolean): ((label: Label) => boolean) | undefined {
  const match = rangeForm.exec(text);
  if (match === null) return undefined;
  const [, before, first, unit = '', after, second, secondUnit = ''] = match;
  if (before === ':' && after === ':') return undefined;
  const scale = scaleOf(unit);
  const high = second === undefined ? Number(first) : scaled(Number(second), secondUnit, scale);
  if (high === undefined) return undefined;
  const atLeast = before === ':' ? Number.NEGATIVE_INFINITY : Number(first);
  const atMost = second === undefined && after === ':' ? Number.POSITIVE_INFINITY : high;
  return label => {
    const number = hasKey && unit === '' ? label.number : scaled(label.number, label.unit, scale);
    return number !== undefined && atLeast <= number && number <= atMost;
  };
}

/**
 * A number of a unit in another, undefined where that measures something else or is not known. As in pprof's
 * `measurement.Scale`, a unit that is not known itself becomes any other, and what is rounded is the product before the
 * quotient.
 */
function scaled(number: number, from: string, to: Scale | undefined): number | undefined {
  const scale = scaleOf(from);
  if (scale === undefined) return number;
  return scale.of === to?.of ? (number * scale.factor) / to.factor : undefined;
}
