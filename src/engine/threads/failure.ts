import { ProfileError, type ProfileErrorCode, type ProfileRole } from '../../core/error.ts';

/** What is left of an error on its way between threads. `code` is null for a fault of the engine's own. */
export interface Failure {
  readonly code: ProfileErrorCode | null;
  readonly detail: string;
  readonly offset: number | undefined;
  readonly role: ProfileRole | undefined;
  readonly limit: string | undefined;
  readonly stack: string | undefined;
}

/** An error to be sent. */
export function failureOf(error: unknown): Failure {
  const stack = error instanceof Error ? error.stack : undefined;
  if (error instanceof ProfileError) {
    const { code, detail, offset, role, limit } = error;
    return { code, detail, offset, role, limit, stack };
  }
  // A typed array that cannot be had: V8 has no other way to say so.
  const code =
    error instanceof RangeError && /allocation|array length/i.test(error.message) ? 'tooLarge' : null;
  return {
    code,
    detail: error instanceof Error ? error.message : String(error),
    offset: undefined,
    role: undefined,
    limit: undefined,
    stack,
  };
}

/** The error that was sent. */
export function errorOf({ code, detail, offset, role, limit, stack }: Failure): Error {
  const error = code === null ? new Error(detail) : new ProfileError(code, detail, offset, role, limit);
  if (stack !== undefined) error.stack = stack;
  return error;
}
