import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { tableOf } from '../../../src/core/answers/tableColumns.ts';
import { followFrames } from '../../../src/core/code/drift.ts';
import { functionAt, functionsIn } from '../../../src/host/annotations/functionAt.ts';
import { heap, lookAt } from '../../core/answers/lookAt.ts';
import { outline } from '../../core/code/parser.ts';

const file = '/build/src/dedupe/cache.go';
const text = readFileSync(new URL('../../fixtures/dedupe/cache.go', import.meta.url), 'utf8');
const stack = `main.main@/build/src/dedupe/main.go;main.(*dedupeCache).seen@${file}`;
const table = tableOf(
  lookAt([heap(`${stack} 1`, `main.(*dedupeCache).expire@${file} 5`), heap(`${stack} 9`)]),
);

const source = followFrames(await outline('go', text), 'go');

function at(line: number, paths: readonly string[] = [file]): string | undefined {
  return functionAt(table, new Set(paths), source, line)?.name;
}

test('the function around a line, changed or not', () => {
  assert.equal(at(29), 'main.(*dedupeCache).seen');
  assert.equal(at(36), 'main.(*dedupeCache).seen');
  assert.equal(at(49), 'main.(*dedupeCache).expire');
});

test('no function of the profile, none at all, or another file', () => {
  assert.equal(at(25), undefined);
  assert.equal(at(27), undefined);
  assert.equal(at(36, ['/build/src/dedupe/main.go']), undefined);
});

test('the functions of a file are those of all its paths', () => {
  const main = '/build/src/dedupe/main.go';
  const names = ['main.(*dedupeCache).expire', 'main.(*dedupeCache).seen'];
  assert.deepEqual(functionsIn(table, new Set([file])).toSorted(), names);
  assert.deepEqual(functionsIn(table, new Set([file, main])).toSorted(), [...names, 'main.main']);
  assert.deepEqual(functionsIn(table, new Set()), []);
});
