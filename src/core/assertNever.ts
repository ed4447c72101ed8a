/** Ends a switch over a union: the compiler refuses a case left out, and so does the running program. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
