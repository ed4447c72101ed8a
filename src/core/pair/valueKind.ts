import type { SampleType } from '../profile.ts';
import { scaleOf } from '../units.ts';

/** What a sample type's values are of, as far as words depend on it. */
export type ValueKind =
  | 'memory'
  | 'time'
  | 'waiting'
  | 'goroutines'
  | 'leakedGoroutines'
  | 'threads'
  | 'exceptions'
  | 'other';

/** Told by a sample type's name and unit, and by what else the profile holds. */
export function valueKind(type: SampleType, beside: readonly SampleType[]): ValueKind {
  const name = type.type.toLowerCase();
  const isTime = scaleOf(type.unit)?.of === 'time';
  if (/^goroutines?$/.test(name)) return 'goroutines';
  // Go 1.27: nothing can wake them any more, as a garbage collection has found.
  if (name === 'goroutineleak') return 'leakedGoroutines';
  if (/^threads?(?:create)?$/.test(name)) return 'threads';
  if (/exception/.test(name)) return 'exceptions';
  if (/contention|delay|lock|mutex|block|wait/.test(name)) return 'waiting';
  if (scaleOf(type.unit)?.of === 'memory' || /alloc|objects|space|in[-_]?use|heap|live|malloc/.test(name))
    return 'memory';
  if (isTime || /cpu|wall/.test(name)) return 'time';
  // `samples` are of the time beside them, `contentions` of the delay.
  if (/^(?:samples?|events?)$/.test(name)) {
    const other = beside.find(each => scaleOf(each.unit)?.of === 'time');
    if (other !== undefined) return valueKind(other, []);
  }
  return 'other';
}
