import { scaleOf } from '../units.ts';
import type { Comparison } from './comparison.ts';
import { indexOfType, type SharedType } from './sharedTypes.ts';

/** What is in use, in the spellings of profilers that do not say `inuse_space`. */
const live = /in[-_ ]?use|live|heap|unreleased|unfreed|retained|resident|current/i;
/** Samples and events, which are counted beside the time that they took: `samples` and `cpu`, `contentions` and `delay`. */
const events = /^(?:samples?|contentions|events?)$/i;

/**
 * The sample type to begin with: `inuse_space`, else what is live in bytes by another name, else bytes, else a count, and
 * time only when there is nothing else (the samples of a time are not). Of equals the current profile's own default,
 * else its last. A column that is zero throughout both files gives way to any other.
 */
export function defaultType(comparison: Comparison): string {
  const { types, profiles } = comparison;
  const own = types[indexOfType(types, profiles.at(-1)?.defaultSampleType ?? '')];
  let best: SharedType | undefined;
  let most = -1;
  for (const type of types) {
    const worth = (hasValues(comparison, type) ? 100 : 0) + 10 * rank(types, type) + (type === own ? 1 : 0);
    if (worth < most) continue;
    most = worth;
    best = type;
  }
  return best?.type ?? '';
}

function rank(types: readonly SharedType[], type: SharedType): number {
  if (type === types[indexOfType(types, 'inuse_space')]) return 5;
  const measure = scaleOf(type.unit)?.of;
  if (measure === 'memory') return live.test(type.type) ? 4 : 3;
  if (measure === 'time') return 1;
  return events.test(type.type) ? 0 : 2;
}

function hasValues({ profiles }: Comparison, { columns }: SharedType): boolean {
  return profiles.some((profile, i) => {
    const column = profile.samples.values[columns[i]?.index ?? -1];
    return column?.value.some(value => value !== 0) === true;
  });
}
