// `npm run build:syntax`: the parser's runtime, grammars and queries into dist/syntax/, or a folder of the caller's.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';
import { syntaxParts } from './syntaxParts.ts';

const folder = process.argv[2] ?? join(root, 'dist/syntax');
rmSync(folder, { recursive: true, force: true });
for (const [name, file] of syntaxParts()) cpSync(file, join(folder, name));
