/** Who wrote a line last. */
export interface BlamedLine {
  /** Abbreviated or whole. */
  readonly hash: string;
  readonly author: string;
  /** `2024-03-01`. */
  readonly date: string;
}

/**
 * Reads one line of `git blame`: `^abc1234f old/name.go (Ada Lovelace 2024-03-01 12:00:00 +0100 39) text`. Null for a
 * line that is not committed, and for what is no blame.
 */
export function readBlame(line: string): BlamedLine | null {
  const match =
    /^\^?(?<hash>[0-9a-f]{7,40})\s(?:[^(]*\s)?\((?<author>.*?)\s+(?<date>\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d [+-]\d{4}\s+\d+\)/.exec(
      line,
    );
  const { hash = '', author = '', date = '' } = match?.groups ?? {};
  return match === null || /^0+$/.test(hash) ? null : { hash, author, date };
}
