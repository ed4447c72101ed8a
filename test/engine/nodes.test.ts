import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { buildSync } from 'esbuild';
import { codeScript, syntaxFolder } from '../fixtures/codeScript.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { olderNode } from '../fixtures/olderNode.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('nodes');
buildSync({
  entryPoints: ['throughBorder.ts', 'throughCode.ts'].map(name => resolve(import.meta.dirname, name)),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: folder,
  outExtension: { '.js': '.cjs' },
});

// Stacks of both sides; lines; the header, `main`, `large` and the small ones.
const sums = (small: number): number =>
  Array.from({ length: small }, (_, i) => (i % 7) + 1).reduce((a, b) => a + b);
const expected = [3, 20_000].map(small => {
  const sum = sums(small);
  const total = { base: sum + 1, current: sum + 1e12 };
  return {
    total,
    cum: { base: sum, current: sum },
    zoomed: total,
    read: [2 * (small + 1), small + 1, small + 3],
  };
});

const answers = (node: string, driver: string, ...args: string[]): unknown =>
  JSON.parse(execFileSync(node, [join(folder, driver), ...args], { encoding: 'utf8', timeout: 60_000 }));

const older = olderNode();
const nodes = [
  ['this Node', process.execPath, false],
  ['the oldest Node that there is here', older ?? '', older === undefined && 'no Node 20 or 22 on the path'],
] as const;

for (const [title, node, skip] of nodes) {
  test(`details, zoom and what is saved come over the border on ${title}, small and large`, { skip }, () => {
    assert.deepEqual(answers(node, 'throughBorder.cjs', engineScript), expected);
  });

  test(`code is read in its thread on ${title}, what cannot be read is given up`, { skip }, () => {
    const declaration = { line: 3, endLine: 6, name: 'put', owner: 'cache' };
    const literal = { line: 4, endLine: 5, name: '', owner: '', literals: [] };
    const other = { line: 8, endLine: 8, name: 'other', owner: '', literals: [] };
    assert.deepEqual(answers(node, 'throughCode.cjs', codeScript, syntaxFolder), {
      outline: { declarations: [{ ...declaration, literals: [literal] }], lines: 9, linked: {} },
      unread: null,
      hostile: null,
      again: { declarations: [other], lines: 9, linked: {} },
      troubles: 1,
    });
  });
}
