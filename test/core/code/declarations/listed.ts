import type { Grammar } from '../../../../src/core/code/language.ts';
import { outline } from '../parser.ts';

/** Functions of a text, one a line: owner, name, first and last line. */
export async function listed(grammar: Grammar, text: string): Promise<string[]> {
  return (await outline(grammar, text)).declarations.map(
    ({ owner, name, line, endLine }) => `${owner === '' ? '' : `${owner}.`}${name} ${line}-${endLine}`,
  );
}
