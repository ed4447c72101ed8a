/**
 * The commit in one line of `git blame`, `^abc1234f old/name.go (Ada Lovelace 2024-03-01 …) text`: its hash, abbreviated
 * or whole; empty for the first commit where Git is told to leave that blank (`blame.blankBoundary`). Null for a line
 * that is not committed, and for what is no blame. Nothing else is read: names and dates follow the user's settings.
 */
export function blamedHash(line: string): string | null {
  // `?` and `*` stand before lines of ignored commits (`blame.markIgnoredLines`).
  const [, hash = ''] = /^[\^?*]{0,3}([0-9a-f]{7,64}|[ ]{7,64}) ?[^\s]/.exec(line) ?? [];
  if (hash === '' || /^0+$/.test(hash)) return null;
  return hash.trim();
}
