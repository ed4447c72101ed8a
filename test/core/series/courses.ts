import type { Course } from '../../../src/core/series/course.ts';

/** Values an hour apart, sampled without noise. */
export function course(values: readonly number[], rest: Partial<Course> = {}): Course {
  return {
    hours: values.map((_, at) => at),
    values,
    settled: values.map(() => false),
    requests: null,
    standardError: () => 0,
    distinct: values.length,
    sites: null,
    unit: 'bytes',
    firstNumber: 1,
    ...rest,
  };
}

/** The last captures were taken after the load had stopped. */
export function settledLast(count: number, values: readonly number[]): Course {
  return course(values, { settled: values.map((_, at) => at >= values.length - count) });
}

/** One standard error for every change. */
export function noisy(standardError: number, values: readonly number[], rest: Partial<Course> = {}): Course {
  return course(values, { standardError: () => standardError, ...rest });
}
