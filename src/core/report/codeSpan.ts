import { longestSentence, shown } from '../shown.ts';

/** A stranger's text as Markdown's inline code: one line, nothing invisible, and no back-quote that could end it. */
export function codeSpan(text: string): string {
  const line = shown(text.replace(/\s+/g, ' '), longestSentence).replaceAll('`', 'ˋ');
  return line.trim() === '' ? '`(empty)`' : `\`${line}\``;
}

/** The same in a cell of a table, which nothing in it ends; empty for no text. */
export function codeCell(text: string): string {
  return text === '' ? '' : codeSpan(text).replaceAll('|', '\\|');
}
