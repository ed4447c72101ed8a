import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import type { StringColumn } from '../../../src/core/stringColumn.ts';
import { DiffSession } from '../../../src/engine/session.ts';
import { FrameNames } from '../../../webview/state/frameNames.ts';
import { cellContext, columnsOf } from '../../../webview/top/topColumns.ts';
import { pressedSort, topOrder } from '../../../webview/top/topOrder.ts';
import { visibleRows } from '../../../webview/top/visibleRows.ts';
import { heap } from '../../core/answers/lookAt.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';

function strings(texts: readonly string[]): StringColumn {
  const parts = texts.map(text => new TextEncoder().encode(text));
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length);
  return { bytes: Uint8Array.from(parts.flatMap(part => [...part])), offsets: Uint32Array.from(offsets) };
}

const frames = {
  name: strings(['main.grew', 'main.shrank', 'lib/ünï.same', 'main.little']),
  files: strings(['a.go']),
  file: new Uint32Array(4),
  line: new Uint32Array(4),
};
const numbers = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const rows = {
  names: new FrameNames(frames, 'functions'),
  table: {
    frames,
    flatBase: numbers(0, 50, 7, 0),
    flatCurrent: numbers(90, 10, 7, 2),
    cumBase: numbers(0, 50, 7, 0),
    cumCurrent: numbers(90, 60, 7, 2),
    increase: numbers(90, 50, 0, 2),
  },
};
const ordered = (column: string, descending: boolean): readonly number[] =>
  topOrder(rows, false, { filter: '', sort: { column, descending } });

test("without a sort the engine's order stands", () => {
  assert.deepEqual(topOrder(rows, false, { filter: '', sort: null }), [0, 1, 2, 3]);
  // The same question is answered once, another anew.
  assert.deepEqual(ordered('flat', true), [0, 3, 2, 1]);
  assert.deepEqual(topOrder(rows, false, { filter: '', sort: null }), [0, 1, 2, 3]);
});

test('deltas are sorted with their sign, names by letter', () => {
  assert.deepEqual(ordered('flat', true), [0, 3, 2, 1]);
  assert.deepEqual(ordered('flat', false), [1, 2, 3, 0]);
  assert.deepEqual(ordered('flatBase', true), [1, 2, 0, 3]);
  assert.deepEqual(ordered('name', false), [2, 0, 3, 1]);
});

test('a filter leaves the rest out, whatever the case', () => {
  assert.deepEqual(topOrder(rows, false, { filter: 'ÜNÏ', sort: null }), [2]);
  assert.deepEqual(
    topOrder(rows, false, { filter: 'main', sort: { column: 'name', descending: true } }),
    [1, 3, 0],
  );
});

test('a title pressed again turns its order round; names begin with A', () => {
  const column = (id: string) => columnsOf(false).find(each => each.id === id) ?? assert.fail(id);
  const first = pressedSort(null, column('cum'));
  assert.deepEqual(first, { column: 'cum', descending: true });
  assert.deepEqual(pressedSort(first, column('cum')), { column: 'cum', descending: false });
  assert.deepEqual(pressedSort(first, column('name')), { column: 'name', descending: false });
});

test('cells', () => {
  const context = { unit: 'bytes', total: 50, increase: 92 };
  const texts = (row: number) => columnsOf(false).map(column => column.text(rows, row, context));
  assert.deepEqual(texts(1), [
    '−40 B',
    '−80 %',
    '100 %',
    '+10 B',
    '20 %',
    '54 %',
    '50 B',
    '10 B',
    '50 B',
    '60 B',
    'main.shrank',
  ]);
});

test('shares are of all that was held, whatever the filter', () => {
  const profiles = [heap('main;f 5', 'main;g 3'), heap('main;f 9', 'main;g 1')];
  const files = profiles.map((profile, i) => ({ name: `${i}`, profile }));
  const options = { ...inuseSpace, filter: { ...noFilter, focus: 'g' } };
  const shareOf = (session: DiffSession, alone: boolean): string | undefined => {
    const table = session.table({ options });
    const view = session.view({ options, root: null });
    const names = new FrameNames(table.frames, 'functions');
    const flatShare = columnsOf(alone).find(({ id }) => id === 'flatShare');
    return flatShare?.text({ names, table }, 0, cellContext(view, alone));
  };
  assert.equal(shareOf(new DiffSession(files, 'asGiven'), false), '−25 %');
  assert.equal(shareOf(new DiffSession(files.slice(1), 'asGiven'), true), '10 %');
});

test('only rows on screen and a few beyond', () => {
  assert.deepEqual(visibleRows(1000, 20, 0, 200), { first: 0, end: 18 });
  assert.deepEqual(visibleRows(1000, 20, 10_000, 200), { first: 492, end: 518 });
  assert.deepEqual(visibleRows(3, 20, 0, 200), { first: 0, end: 3 });
  assert.deepEqual(visibleRows(0, 20, 500, 200), { first: 0, end: 0 });
});
