import { sentences } from '../../core/sentences.ts';
import { longestSentence, type Shown, shown } from '../../core/shown.ts';

declare const isMessage: unique symbol;

/** A sentence of ours in the reader's language, with `{0}`, `{1}` … where something is said of. Only `l10n.t` of a literal makes one. */
export type Message = string & { readonly [isMessage]: true };

declare module '@vscode/l10n' {
  export function t<const Text extends string>(message: string extends Text ? never : Text): Message;
}

/** What a sentence says of something: text from anywhere, or several of them, or a number. */
export type Said = string | number | readonly string[];

/**
 * A sentence for people: say(l10n.t('No file in the workspace matches {0}.'), path). What is put in may come from anywhere;
 * it is shown as `shown` has it. say`${one} → ${other}` is the same for what has no words of its own, and for the log.
 * Everything that this room hands to VS Code is such text.
 */
export function say(message: Message | TemplateStringsArray, ...values: readonly Said[]): Shown {
  const put = values.map(said);
  if (typeof message !== 'string') return String.raw({ raw: message }, ...put) as Shown;
  return message.replace(/\{(\d+)\}/g, (place, index: string) => put[Number(index)] ?? place) as Shown;
}

function said(value: Said): string {
  return typeof value === 'object' ? value.map(each => shown(each)).join(', ') : shown(String(value));
}

/** Sentences one after the other, none of them cut. */
export function sayAll(all: readonly Shown[]): Shown {
  return sentences(...all) as Shown;
}

/** What is no sentence, side by side. */
export function sayBeside(all: readonly Shown[], between: ' · ' | ', ' | '\n'): Shown {
  return all.join(between) as Shown;
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
