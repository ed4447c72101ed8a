import type { GitCommit } from './git.ts';

/** Who made a commit, and why. */
export interface CommitAuthor {
  readonly hash: string;
  readonly author: string;
  /** Of the reader's own time zone: `2024-03-01`. */
  readonly date: string;
  /** First line of the commit's message. */
  readonly subject: string;
}

const longestSubject = 200;

/** What Git knows of a commit's author; null when it knows neither name nor date. */
export function commitAuthor({ hash, message, authorName, authorDate }: GitCommit): CommitAuthor | null {
  if (authorName === undefined || authorDate === undefined || Number.isNaN(authorDate.getTime())) return null;
  const end = message.indexOf('\n');
  const subject = message.slice(0, end < 0 ? longestSubject : Math.min(end, longestSubject));
  return { hash, author: authorName, date: isoDate(authorDate), subject };
}

function isoDate(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
