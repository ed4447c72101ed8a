import { longestSentence, shown } from '../shown.ts';

/** A stranger's text as Markdown's inline code: one line, nothing invisible, and no back-quote that could end it. */
export function codeSpan(text: string): string {
  const line = shown(text.replace(/\s+/g, ' '), longestSentence).replaceAll('`', 'ˋ');
  return line.trim() === '' ? '`(empty)`' : `\`${line}\``;
}
