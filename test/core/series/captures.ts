import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';

export const mebi = 2 ** 20;
/** 2026-11-25T13:00Z. */
export const start = Date.UTC(2026, 10, 25, 13);

/** A capture taken so many minutes after the start, its live bytes written as `samplesOf` takes them. */
export function captureAt(minutes: number, file: string, ...stacks: string[]): ReducedCapture {
  const timeNanos = BigInt(start + minutes * 60_000) * 1_000_000n;
  return reduceCapture(profileOf({ samples: samplesOf(...stacks), timeNanos }), file);
}

/** One site over captures five minutes apart. */
export function captures(...values: number[]): ReducedCapture[] {
  return values.map((value, i) => captureAt(5 * i, `heap-${i + 1}.pb.gz`, `main;put@put.go:7 ${value}`));
}
