import * as v from 'valibot';

/** What the query of such an address says. */
const committed = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ref: v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/)) }),
);

/**
 * The commit, abbreviated, at which an address of the Git extension's file system has its file; null for a file as it is
 * now. What a commit has never changes.
 */
export function commitOf({ scheme, query }: Readonly<Record<'scheme' | 'query', string>>): string | null {
  if (scheme !== 'git') return null;
  const read = v.safeParse(committed, query);
  return read.success ? shortHash(read.output.ref) : null;
}

/** A commit's hash as people say it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 7);
}
