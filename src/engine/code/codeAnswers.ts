import type { Outline } from '../../core/code/declaration.ts';
import { outlineOf } from '../../core/code/declarations.ts';
import { grammarOf, languageIn } from '../../core/code/language.ts';
import { narrowed } from '../../core/code/narrowed.ts';
import type { Syntax } from '../../core/code/syntax.ts';
import type { Heed } from '../../core/heed.ts';
import type { OutlineParams } from './codeMessages.ts';

/** What the thread knows: the parser. */
export class CodeAnswers {
  readonly #syntax: Syntax;

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
  }

  /** Null for a language that is not read. Throws what `heed` throws. */
  async outline({ path, text, functions }: OutlineParams, heed: Heed): Promise<Outline | null> {
    const grammar = grammarOf(path);
    if (grammar === null) return null;
    const parsed = await this.#syntax.parse(text, grammar, heed);
    try {
      return narrowed(outlineOf(parsed, heed), languageIn(grammar), functions);
    } finally {
      parsed.dispose();
    }
  }
}
