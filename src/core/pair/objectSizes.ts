import type { Comparison } from './comparison.ts';
import { labelKeyTest } from './labelKeyTest.ts';

/** The size of each entry's objects in bytes as its label `bytes` gives it, 0 where there is none. */
export function objectSizes({ profiles, entries }: Comparison): Float64Array {
  const sizes = new Float64Array(entries);
  let entry = 0;
  for (const { samples, strings } of profiles) {
    const { count, labelStart, labelKey, labelNumber } = samples;
    const isSize = labelKeyTest(strings, key => key === 'bytes');
    for (let sample = 0; sample < count; sample++) {
      const stop = labelStart[sample + 1] as number;
      for (let i = labelStart[sample] as number; i < stop; i++) {
        if (isSize(labelKey[i] as number)) sizes[entry] = labelNumber[i] as number;
      }
      entry += 1;
    }
  }
  return sizes;
}
