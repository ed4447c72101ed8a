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

/** The same with the process started anew, as another build, before each of the captures at `starts`. */
export function restartedCaptures(values: readonly number[], ...starts: number[]): ReducedCapture[] {
  return values.map((value, i) => {
    const buildId = String(starts.filter(at => at <= i).length);
    const timeNanos = BigInt(start + 5 * i * 60_000) * 1_000_000n;
    const samples = samplesOf(`main;put@put.go:7 ${value}`);
    return reduceCapture(
      profileOf({ samples, timeNanos, binary: { file: '/app', buildId } }),
      `heap-${i + 1}.pb.gz`,
    );
  });
}

/** One site over captures five minutes apart. */
export function captures(...values: number[]): ReducedCapture[] {
  return values.map((value, i) => captureAt(5 * i, `heap-${i + 1}.pb.gz`, `main;put@put.go:7 ${value}`));
}
