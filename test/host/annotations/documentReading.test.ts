import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type FrameFollower, followFrames } from '../../../src/core/code/drift.ts';
import { Cancelled } from '../../../src/core/heed.ts';
import type { FileGrowth } from '../../../src/host/annotations/diffGrowth.ts';
import { DocumentReading } from '../../../src/host/annotations/documentReading.ts';
import { outline } from '../../core/code/parser.ts';
import { growth } from './growths.ts';

const text = readFileSync(new URL('../../fixtures/dedupe/cache.go', import.meta.url), 'utf8');
const source = followFrames(await outline('go', text), 'go');
const seen = { name: 'main.(*dedupeCache).seen', startLine: 29, value: { base: 0, current: 100 } };
const of = {
  own: true,
  lines: [growth({ ...seen, line: 39 })],
  functions: [growth({ ...seen, line: 0 })],
} as unknown as FileGrowth;
const at = (line: number, character = 0) => ({ line, character });
const insert = (line: number, inserted: string) => [{ start: at(line), end: at(line), text: inserted }];

/** A reading of version 7, whose text is there when the edits so far have been, that ends when it is told to. */
function reading() {
  let end = (_: FrameFollower): void => {};
  const ended = new Promise<FrameFollower>(resolve => {
    end = resolve;
  });
  const asked: string[][] = [];
  const read = new DocumentReading(
    of,
    Promise.resolve({ version: 7, pieces: [text] }),
    (_, functions, signal) => {
      asked.push([...functions]);
      return new Promise((resolve, reject) => {
        void ended.then(resolve);
        signal.addEventListener('abort', () => reject(new Cancelled()));
      });
    },
  );
  const lines = async () => (await read.notes())?.lines.map(({ line }) => line);
  return { read, asked, lines, end: () => end(source) };
}

test('all that wait for the notes get them from one reading, for the functions that are noted', async () => {
  const { asked, lines, end } = reading();
  const waiting = [lines(), lines()];
  end();
  assert.deepEqual(await Promise.all(waiting), [[38], [38]]);
  assert.deepEqual(asked, [[seen.name, seen.name]]);
});

test('what is typed before the notes are there moves them, and what is typed after', async () => {
  const { read, lines, end } = reading();
  assert.ok(read.edit(8, insert(0, '// One.\n')));
  // At the line's own indentation, as the return key makes it: the text that was read tells where that is.
  assert.ok(read.edit(9, [{ start: at(39, 1), end: at(39, 1), text: '\n\t' }]));
  const waiting = lines();
  end();
  assert.deepEqual(await waiting, [40]);
  assert.ok(read.edit(10, insert(0, '// Two.\n')));
  assert.deepEqual(await lines(), [41]);
});

test('an edit that is in the text already moves nothing', async () => {
  const { read, lines, end } = reading();
  assert.ok(read.edit(7, insert(0, '// One.\n')));
  end();
  assert.deepEqual(await lines(), [38]);
});

test('a text that was replaced has to be read again', () => {
  const { read } = reading();
  assert.equal(read.edit(8, [{ start: at(0), end: at(50), text: 'package other\n' }]), false);
});

test('a reading that is given up has no notes', async () => {
  const { read, lines } = reading();
  const waiting = lines();
  read.dispose();
  assert.equal(await waiting, undefined);
  assert.equal(await read.notes(), null);
});
