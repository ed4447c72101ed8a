import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import {
  noHistory,
  type Spot,
  stepped,
  type ViewHistory,
  visited,
} from '../../../webview/state/viewHistory.ts';

const first: Spot = {
  options: { sampleType: 'inuse_space', granularity: 'functions', normalize: false, filter: noFilter },
  width: 'change',
  tab: 'flame',
  zoom: [],
  selected: ['a'],
};
const been = (...spots: readonly Partial<Spot>[]): ViewHistory =>
  spots.reduce<ViewHistory>(
    (history, each) => visited(history, { ...(history.now ?? first), ...each }),
    noHistory,
  );
const tabs = ({ past, now, future }: ViewHistory): string =>
  `${past.map(each => each.tab)} [${now?.tab}] ${future.map(each => each.tab)}`;

/** A step that has arrived as it was. */
function step(history: ViewHistory, by: 'back' | 'forward'): ViewHistory {
  const next = stepped(history, by);
  assert.ok(next?.now);
  return visited(next, next.now);
}

test('back and forward, until there is nothing that way', () => {
  const history = been({}, { tab: 'top' }, { tab: 'suspects' });
  const back = step(step(history, 'back'), 'back');
  assert.equal(tabs(back), ' [flame] top,suspects');
  assert.equal(stepped(back, 'back'), null);
  const again = step(step(back, 'forward'), 'forward');
  assert.equal(tabs(again), 'flame,top [suspects] ');
  assert.equal(stepped(again, 'forward'), null);
});

test('another way after a step back forgets what was undone', () => {
  const back = step(been({}, { tab: 'top' }), 'back');
  assert.equal(tabs(visited(back, { ...first, tab: 'neighbours' })), 'flame [neighbours] ');
});

test('the same again is no step; equal options are the same', () => {
  const history = been({}, {});
  assert.deepEqual(history.past, []);
  assert.equal(visited(history, { ...first, options: { ...first.options } }), history);
});

test('a walk from frame to frame is one step', () => {
  const walked = been({}, { zoom: ['z'] }, { selected: ['b'] }, { selected: ['c'] }, { selected: ['d'] });
  assert.deepEqual(
    walked.past.map(each => [each.zoom, each.selected]),
    [
      [[], ['a']],
      [['z'], ['a']],
    ],
  );
  assert.deepEqual(step(walked, 'back').now?.selected, ['a']);
});

test('where a frame has a view of its own, each is a step', () => {
  const around = been({ tab: 'neighbours' }, { selected: ['b'] }, { selected: ['c'] });
  assert.deepEqual(
    around.past.map(each => each.selected),
    [['a'], ['b']],
  );
});

test('what arrives after a step is that step, as far as it still exists', () => {
  const history = been({}, { zoom: ['a', 'b'] }, { tab: 'top' });
  const next = stepped(history, 'back');
  assert.ok(next);
  const arrived = visited(next, { ...first, zoom: ['a'] });
  assert.deepEqual([arrived.past.length, arrived.now?.zoom, arrived.future.length], [1, ['a'], 1]);
});

test('the oldest are forgotten', () => {
  const history = been(...Array.from({ length: 200 }, (_, i) => ({ zoom: [String(i)] })));
  assert.equal(history.past.length, 50);
  assert.deepEqual(history.past[0]?.zoom, ['149']);
});
