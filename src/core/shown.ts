import * as l10n from '@vscode/l10n';

declare const isShown: unique symbol;

/** Text that can be put before people: nothing in it is invisible, ends a line or turns the order of what follows. */
export type Shown = string & { readonly [isShown]: true };

/** C++ templates and hostile files make names of any length; nobody reads on past this many characters. */
export const longestShown = 500;
/** The same for sentences that name a few of them. */
export const longestSentence = 4 * longestShown;

/**
 * Control characters, line and paragraph separators, halves of surrogate pairs, and all that Unicode says to leave out
 * where it is not understood: zero-width and bidirectional marks, soft hyphens, fillers, variation selectors, tags.
 */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const blank = /^[\p{Zs}\u2800]+$/u;

/**
 * A text from outside as it may stand on screen: what cannot be seen is written `\u202e`, so are the spaces of a text
 * of nothing else, and what is longer than `longest` UTF-16 units is cut with an ellipsis. Shown text comes back as it is.
 */
export function shown(text: string, longest = longestShown): Shown {
  // What is cut off below may be half a character.
  const read = text.slice(0, longest + 2);
  const seen = blank.test(read) ? Array.from(read, escaped).join('') : read.replace(invisible, escaped);
  if (seen.length <= longest) return seen as Shown;
  return `${seen.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` as Shown;
}

/** The name of a function, file or package as it may stand on screen, where it would not do to see nothing. */
export function shownName(name: string): Shown {
  return shown(name === '' ? l10n.t('(no name)') : name);
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
