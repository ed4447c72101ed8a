import { declarationsOf } from '../../../../src/core/code/declarations.ts';
import type { Language } from '../../../../src/core/code/language.ts';
import { tokenize } from '../../../../src/core/code/tokens.ts';

/** Functions of a text, one a line: owner, name, first and last line. */
export function listed(language: Language, text: string): string[] {
  return declarationsOf(tokenize(text, language), language).map(
    ({ owner, name, line, endLine }) => `${owner === '' ? '' : `${owner}.`}${name} ${line}-${endLine}`,
  );
}
