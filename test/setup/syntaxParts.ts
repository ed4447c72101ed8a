import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Grammar } from '../../src/core/code/language.ts';
import type { QueryKind } from '../../src/core/code/syntax.ts';
import { root } from './run.ts';

/** Whose the grammars are: each is under the MIT licence, whose text is the same for all but for this. */
export const grammars: Readonly<Record<Grammar, string>> = {
  cpp: '2014 Max Brunsfeld',
  go: '2014 Max Brunsfeld',
  java: '2017 Ayman Nadeem',
  javascript: '2014 Max Brunsfeld',
  python: '2016 Max Brunsfeld',
  rust: '2017 Maxim Sokolov',
  tsx: '2017 Max Brunsfeld',
  typescript: '2017 Max Brunsfeld',
};

const queries: Readonly<Record<QueryKind, string>> = {
  declarations: 'src/core/code/queries',
  hints: 'src/core/hints/queries',
};

/** Files of the parser, by their names in `dist/syntax/`, and where the checkout has them. */
export function syntaxParts(): ReadonlyMap<string, string> {
  const parts = new Map([
    ['tree-sitter.wasm', join(root, 'node_modules/web-tree-sitter/web-tree-sitter.wasm')],
  ]);
  for (const grammar of Object.keys(grammars)) {
    const name = `tree-sitter-${grammar}.wasm`;
    parts.set(name, join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm', name));
  }
  for (const [kind, folder] of Object.entries(queries)) {
    for (const name of queryFiles(join(root, folder))) parts.set(`${kind}/${name}`, join(root, folder, name));
  }
  return parts;
}

function queryFiles(folder: string): readonly string[] {
  return globSync('*.scm', { cwd: folder }).sort();
}
