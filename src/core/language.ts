import * as l10n from '@vscode/l10n';

/** A language other than English. */
export interface Language {
  /** As `lang` of HTML takes it: `de`, `zh-cn`. */
  readonly tag: string;
  /** What is said, by how it is said in English. */
  readonly messages: Readonly<Record<string, string>>;
}

let spoken: Language | null = null;

/** From now on this thread, and those that it starts, say what they say in this language; null for English. */
export function speak(language: Language | null): void {
  spoken = language;
  l10n.config({ contents: { ...language?.messages } });
}

/** The language of this thread; null for English. */
export function spokenLanguage(): Language | null {
  return spoken;
}
