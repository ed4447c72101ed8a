import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import test from 'node:test';
import { buildSync } from 'esbuild';
import { engineScript } from '../fixtures/engineScript.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('nodes');
const driver = join(folder, 'throughBorder.cjs');
buildSync({
  entryPoints: [resolve(import.meta.dirname, 'throughBorder.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outfile: driver,
});

/** VS Code 1.100, the oldest that the manifest allows, has Node 20; those between have 22. */
const olderMajors = [20, 22];

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

const answers = (node: string): unknown =>
  JSON.parse(execFileSync(node, [driver, engineScript], { encoding: 'utf8', timeout: 60_000 }));

test('details, zoom and what is saved come over the border on this Node, small and large', () => {
  assert.deepEqual(answers(process.execPath), expected);
});

const older = olderNode();
test('the same on the oldest Node that there is here', {
  skip: older === undefined && 'no Node 20 or 22 on the path',
}, () => {
  assert.deepEqual(answers(older ?? ''), expected);
});

/** A Node of VS Code's earlier versions, if one is on the path or was named by npm. */
function olderNode(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map(each => join(each, 'node'));
  return [process.env['npm_node_execpath'] ?? '', ...onPath].find(path => {
    if (path === '' || path.includes('node_modules') || !existsSync(path)) return false;
    const major = Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1]);
    return olderMajors.includes(major);
  });
}
