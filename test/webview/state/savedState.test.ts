import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { initialState } from '../../../webview/state/initialState.ts';
import { fromSaved, toSaved } from '../../../webview/state/savedState.ts';

const options = { sampleType: 'inuse_space', granularity: 'lines', normalize: true, filter: noFilter };
const saved = {
  version: 1,
  base: null,
  current: 'file:///a',
  isOrdered: true,
  options,
  width: 'both',
  palette: 'monochrome',
  tab: 'top',
  zoom: ['a'],
  headlineOpen: true,
  topColumns: ['flat', 'name'],
  topSort: { column: 'cum', descending: false },
  detailsOpen: false,
};

test('what was saved comes back', () => {
  assert.deepEqual(fromSaved(saved), saved);
});

test('nothing, another version and what is not a state are refused', () => {
  for (const value of [undefined, null, 7, 'state', {}, { ...saved, version: 2 }]) {
    assert.equal(fromSaved(value), null);
  }
});

test('fields that do not fit fall back one by one', () => {
  assert.deepEqual(fromSaved({ ...saved, width: 'huge', palette: 'red', tab: 7, zoom: ['a', 1] }), {
    ...saved,
    width: 'change',
    palette: 'direction',
    tab: 'flame',
    zoom: [],
  });
  const { headlineOpen, detailsOpen, topColumns, topSort, ...older } = saved;
  assert.ok(topColumns !== null && topSort !== null);
  assert.deepEqual(fromSaved(older), {
    ...saved,
    headlineOpen: !headlineOpen,
    detailsOpen: !detailsOpen,
    topColumns: null,
    topSort: null,
  });
  for (const broken of [null, { ...options, granularity: 'atoms' }, { ...options, normalize: 'yes' }]) {
    assert.equal(fromSaved({ ...saved, options: broken })?.options, null);
  }
  const filter = { focus: 'main', ignore: 4 };
  assert.deepEqual(fromSaved({ ...saved, options: { ...options, filter } })?.options?.filter, {
    ...noFilter,
    focus: 'main',
  });
});

test('a zoom of any depth takes little room, and what is kept of it leads there', () => {
  const deep = Array.from({ length: 20_000 }, (_, i) => `main.f${i}\u0001`);
  const state = { ...initialState(null), zoom: deep };
  const { zoom } = toSaved(state);
  assert.ok(JSON.stringify(zoom).length <= (1 << 15) + 1);
  assert.ok(zoom.length > 1000);
  assert.deepEqual(zoom, deep.slice(0, zoom.length));
  assert.deepEqual(toSaved({ ...state, zoom: ['a', 'b'] }).zoom, ['a', 'b']);
});
