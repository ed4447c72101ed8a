/** A command line that says nothing sensible. */
export class UsageError extends Error {}

/** A file that the system does not hand out, or none that can be read. */
export class UnreadableError extends Error {}

/** What the system says, without its code and the call it was said to: "no such file or directory". */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('EISDIR:')) return 'it is a folder';
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+( '.*')?$/s, '');
}

/** What raises a limit on the command line. */
export function raiseByOption(limit: string): string {
  return `the limit with --limit ${limit}=NUMBER`;
}
