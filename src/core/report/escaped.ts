import { longestSentence, shown } from '../shown.ts';

/**
 * A sentence that names of files and functions stand in, as Markdown: one line of at most `longest` UTF-16 units before what
 * is escaped, nothing invisible, and nothing that means something to Markdown.
 */
export function escaped(sentence: string, longest = longestSentence): string {
  return shown(sentence, longest).replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');
}
