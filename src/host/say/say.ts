import { longestSentence, type Shown, shown } from '../../core/shown.ts';

/** What a sentence says of something: text from anywhere, or several of them, or a number. */
export type Said = string | number | readonly string[];

/**
 * A sentence for people: say`No file in the workspace matches ${path}.` What is put in may come from anywhere; it is
 * shown as `shown` has it. Everything that this room hands to VS Code is such text.
 */
export function say(parts: TemplateStringsArray, ...values: readonly Said[]): Shown {
  return String.raw({ raw: parts }, ...values.map(said)) as Shown;
}

function said(value: Said): string {
  return typeof value === 'object' ? value.map(each => shown(each)).join(', ') : shown(String(value));
}

/** Sentences one after the other, none of them cut. */
export function sayAll(sentences: readonly Shown[], between = ' '): Shown {
  return sentences.join(between) as Shown;
}

/** The message of what was thrown. */
export function reasonOf(error: unknown): Shown {
  return shown(error instanceof Error ? error.message : String(error), longestSentence);
}

/**
 * Text that means nothing to VS Code: notifications make a link of `[text](command:…)`, which runs any command, and
 * lenses, quick picks and the status bar an icon of `$(name)`. A word joiner, which nobody sees, stands before the bracket.
 */
export function inert(text: Shown): string {
  return text.replace(/(?<=[\]$])\(/g, '\u2060(');
}
