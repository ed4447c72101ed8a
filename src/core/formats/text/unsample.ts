/**
 * Estimates what was allocated from what was sampled, for samplers that pick each byte with probability 1/rate
 * (tcmalloc's v2 profiles, jemalloc, Go): a block of `size ÷ count` bytes is seen with probability
 * 1 − exp(−(size ÷ count) ÷ rate), so both are divided by that. A rate of at most 1 means that nothing was
 * left out. Truncated to integers as pprof does.
 */
export function unsample(count: number, size: number, rate: number): [count: number, size: number] {
  if (count === 0 || size === 0) return [0, 0];
  if (rate <= 1) return [count, size];
  const scale = 1 / (1 - Math.exp(-(size / count) / rate));
  // To add 0 makes 0 of −0, which is no integer.
  return [Math.trunc(count * scale) + 0, Math.trunc(size * scale) + 0];
}
