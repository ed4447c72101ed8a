import { readFile } from 'node:fs/promises';
import type { Outline } from '../../../src/core/code/declaration.ts';
import { outlineOf } from '../../../src/core/code/declarations.ts';
import type { Grammar } from '../../../src/core/code/language.ts';
import { type Parsed, Syntax } from '../../../src/core/code/syntax.ts';
import { heedNothing } from '../../../src/core/heed.ts';
import { syntaxParts } from '../../setup/syntaxParts.ts';

const parts = syntaxParts();

/** The parser with the queries and grammars of the checkout. */
export const syntax = await Syntax.load(name => readFile(parts.get(name) ?? name));

/** The parsed text. */
export function parsed(text: string, grammar: Grammar): Promise<Parsed> {
  return syntax.parse(text, grammar, heedNothing);
}

/** What a text declares. */
export async function outline(grammar: Grammar, text: string): Promise<Outline> {
  const source = await parsed(text, grammar);
  try {
    return outlineOf(source, heedNothing);
  } finally {
    source.dispose();
  }
}
