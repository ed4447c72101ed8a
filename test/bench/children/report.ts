import { existsSync, readFileSync } from 'node:fs';

/** Ends a child: prints its result as JSON, with the process's peak resident memory in bytes. */
export function report(result: object): void {
  process.stdout.write(JSON.stringify({ ...result, peakBytes: peakBytes() }));
}

/** `maxRSS` begins with what the parent had at the most when it started this process, so Linux is asked for this process alone. */
function peakBytes(): number {
  const file = '/proc/self/status';
  const own = existsSync(file) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return 1024 * (own === undefined ? process.resourceUsage().maxRSS : Number(own));
}

/** The arguments of a child. Throws when there are fewer than expected. */
export function childArguments(count: number): readonly string[] {
  const args = process.argv.slice(2);
  if (args.length < count) throw new Error(`expected ${count} arguments, got ${args.length}`);
  return args;
}
