import { declarationsOf } from '../../../../src/core/source/declarations.ts';
import type { Language } from '../../../../src/core/source/language.ts';
import { tokenize } from '../../../../src/core/source/tokens.ts';

/** Functions of a text, one a line: owner, name, first and last line. */
export function listed(language: Language, text: string): string[] {
  return declarationsOf(tokenize(text, language), language).map(
    ({ owner, name, line, endLine }) => `${owner === '' ? '' : `${owner}.`}${name} ${line}-${endLine}`,
  );
}
