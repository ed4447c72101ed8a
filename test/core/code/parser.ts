import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Outline } from '../../../src/core/code/declaration.ts';
import { outlineOf } from '../../../src/core/code/declarations.ts';
import type { Grammar } from '../../../src/core/code/language.ts';
import { type Parsed, Syntax } from '../../../src/core/code/syntax.ts';
import { heedNothing } from '../../../src/core/heed.ts';

/** The parser with the queries and grammars of the checkout. */
export const syntax = await Syntax.load(name => readFile(partOf(name)));

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

/** Where the checkout has what the packaged extension has in one folder. */
function partOf(name: string): string {
  if (name === 'tree-sitter.wasm') return modulePath('web-tree-sitter/web-tree-sitter.wasm');
  if (name.endsWith('.wasm')) return modulePath(`@vscode/tree-sitter-wasm/wasm/${name}`);
  const [kind = '', file = ''] = name.split('/');
  const room = kind === 'declarations' ? 'code' : 'hints';
  return fileURLToPath(new URL(`../../../src/core/${room}/queries/${file}`, import.meta.url));
}

function modulePath(path: string): string {
  return fileURLToPath(import.meta.resolve(path));
}
