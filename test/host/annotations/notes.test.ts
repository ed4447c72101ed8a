import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Growth } from '../../../src/core/answers/growth.ts';
import { followFrames, followNothing } from '../../../src/core/code/drift.ts';
import { notesOf } from '../../../src/host/annotations/notes.ts';
import { outline } from '../../core/code/parser.ts';
import { growth } from './growths.ts';

const source = readFileSync(new URL('../../fixtures/dedupe/cache.go', import.meta.url), 'utf8');
const seen = { name: 'main.(*dedupeCache).seen', startLine: 29, value: { base: 0, current: 100 } };

async function notes(text: string, lines: readonly Growth[], functions: readonly Growth[] = []) {
  return notesOf(lines, functions, followFrames(await outline('go', text), 'go'));
}

test('a line that is where it was carries its growth, what it allocates itself first', async () => {
  const called = growth({ ...seen, kind: 'called', line: 39, value: { base: 0, current: 900 } });
  const flat = growth({ ...seen, line: 39 });
  assert.deepEqual((await notes(source, [called, flat])).lines, [
    { line: 38, growth: [flat, called], movedFrom: null, exact: true, isUnread: false },
  ]);
});

test('lines move with their function, and know where they were', async () => {
  const moved = source.replace('func newDedupeCache', '// One more.\n// And another.\nfunc newDedupeCache');
  const found = await notes(moved, [growth({ ...seen, line: 39 })], [growth({ ...seen, line: 0 })]);
  assert.deepEqual(
    found.lines.map(({ line, movedFrom, exact }) => [line, movedFrom, exact]),
    [[40, 39, true]],
  );
  assert.deepEqual(
    found.functions.map(({ line, endLine }) => [line, endLine]),
    [[30, 42]],
  );
});

test('a function that is gone has no note', async () => {
  const gone = source.replace(') seen(', ') known(');
  assert.deepEqual(await notes(gone, [growth({ ...seen, line: 39 })], [growth({ ...seen, line: 0 })]), {
    lines: [],
    functions: [],
  });
});

test('a function of which only the name is known is not said to be exact', async () => {
  const moved = `${'\n'.repeat(60)}${source}`;
  const [note] = (await notes(moved, [growth({ ...seen, startLine: 0, line: 39 })])).lines;
  assert.deepEqual([note?.line, note?.movedFrom, note?.exact], [88, 39, false]);
});

test('in a document that could not be read a line is where the profile has it, and nothing is sure', () => {
  const [note] = notesOf([growth({ ...seen, line: 39 })], [], followNothing(100, 'unread')).lines;
  assert.deepEqual([note?.line, note?.movedFrom, note?.exact, note?.isUnread], [38, null, false, true]);
});

test('notes come in the order of their lines, each line once', async () => {
  const lines = [39, 31, 39].map(line => growth({ ...seen, line }));
  const found = (await notes(source, lines)).lines;
  assert.deepEqual(
    found.map(({ line, growth: all }) => [line, all.length]),
    [
      [30, 1],
      [38, 2],
    ],
  );
});
