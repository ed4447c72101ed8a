/** A value from outside that does not have the expected shape. The message names the field. */
export class ShapeError extends Error {
  constructor(field: string, expected: string) {
    super(`${field} is not ${expected}`);
    this.name = 'ShapeError';
  }
}

/** The value as an object with unknown fields. Throws `ShapeError`. */
export function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(field, 'an object');
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The value as a string of at most `longest` UTF-16 units. Throws `ShapeError`. */
export function text(value: unknown, field: string, longest: number): string {
  if (typeof value !== 'string' || value.length > longest) {
    throw new ShapeError(field, `a string of at most ${longest} characters`);
  }
  return value;
}

/** The value as an integer, 0 ≤ value ≤ 2^53 − 1. Throws `ShapeError`. */
export function count(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ShapeError(field, 'a non-negative integer');
  }
  return value;
}

/** The value as a boolean. Throws `ShapeError`. */
export function flag(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw new ShapeError(field, 'a boolean');
  return value;
}

/** The value as one of the given words. Throws `ShapeError`. */
export function oneOf<T extends string>(value: unknown, field: string, words: readonly T[]): T {
  const word = words.find(each => each === value);
  if (word === undefined) throw new ShapeError(field, `one of ${words.join(', ')}`);
  return word;
}
