/**
 * Whether a Go function only puts goroutines to sleep: the runtime's, and what `sync` and the poller link to it. What a
 * goroutine waits in is the first frame above these.
 */
export function isParking(name: string): boolean {
  return /^(?:runtime[./]|internal\/runtime\/|internal\/poll\.|sync\.runtime_|internal\/sync\.runtime_|runtime_)/.test(
    name,
  );
}
