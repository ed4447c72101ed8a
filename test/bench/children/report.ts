/** Ends a child: prints its result as JSON, with the process's peak resident memory in bytes. */
export function report(result: object): void {
  process.stdout.write(JSON.stringify({ ...result, peakBytes: process.resourceUsage().maxRSS * 1024 }));
}

/** The arguments of a child. Throws when there are fewer than expected. */
export function childArguments(count: number): readonly string[] {
  const args = process.argv.slice(2);
  if (args.length < count) throw new Error(`expected ${count} arguments, got ${args.length}`);
  return args;
}
