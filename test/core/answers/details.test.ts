import assert from 'node:assert/strict';
import test from 'node:test';
import { detailsOf, elidedDetails } from '../../../src/core/answers/details.ts';
import { drawnTree } from '../../../src/core/answers/drawnTree.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt, nodeNamed, profileOf } from './lookAt.ts';

const sampleTypes = ['alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];
const base = profileOf({
  sampleTypes,
  samples: [
    { stack: ['main@m.go:1', 'work@w.go:10', 'grow@g.go:5'], values: [100, 2, 40] },
    { stack: ['main@m.go:1', 'work@w.go:11', 'grow@g.go:6'], values: [50, 1, 10] },
    { stack: ['main@m.go:2', 'gone@g.go:9'], values: [10, 1, 10] },
  ],
});
const current = profileOf({
  sampleTypes,
  samples: [
    { stack: ['main@m.go:1', 'work@w.go:10', 'grow@g.go:5'], values: [300, 6, 140] },
    { stack: ['main@m.go:1', 'work@w.go:11', 'grow@g.go:6'], values: [50, 1, 5] },
    { stack: ['main@m.go:3', 'work@w.go:10'], values: [10, 1, 10] },
    { stack: ['main@m.go:2', 'gone@g.go:9'], values: [10, 0, 0] },
  ],
});

test('a node tells its sums, its objects and what of its allocations is left', () => {
  const look = lookAt([base, current]);
  assert.deepEqual(detailsOf(look, nodeNamed(look, 'work')), {
    flat: { base: 0, current: 10 },
    cum: { base: 50, current: 155 },
    increase: 105,
    decrease: 0,
    objects: { flat: { base: 0, current: 1 }, cum: { base: 3, current: 8 } },
    share: 1,
    retained: { share: 105 / 210, allocated: 210, kept: null },
    evidence: null,
    lines: [
      { name: 'work', file: 'w.go', line: 10, startLine: 0, value: { base: 40, current: 150 } },
      { name: 'work', file: 'w.go', line: 11, startLine: 0, value: { base: 10, current: 5 } },
    ],
  });
});

test('lines are those of the node’s own function, at its own depth', () => {
  const look = lookAt([base, current]);
  const linesOf = (name: string): string[] =>
    detailsOf(look, nodeNamed(look, name)).lines.map(
      ({ file, line, value }) => `${file}:${line} ${value.base} → ${value.current}`,
    );
  assert.deepEqual(linesOf('grow'), ['g.go:5 40 → 140', 'g.go:6 10 → 5']);
  assert.deepEqual(linesOf('main'), ['m.go:1 50 → 145', 'm.go:2 10 → 0', 'm.go:3 0 → 10']);
  assert.deepEqual(linesOf('all'), []);
});

test('in a file that calls itself the innermost line is told', () => {
  const profile = profileOf({ samples: [{ stack: ['a@x.go:1', 'b@x.go:2', 'c@y.go:3'], values: [1] }] });
  const look = lookAt([profile], { granularity: 'files' });
  assert.deepEqual(
    detailsOf(look, nodeNamed(look, 'x.go')).lines.map(({ line }) => line),
    [2],
  );
});

test('nothing is said of objects and allocations where they were not counted', () => {
  const one = profileOf({ samples: [{ stack: ['f'], values: [1] }] });
  const look = lookAt([one, one]);
  const { objects, retained, share } = detailsOf(look, nodeNamed(look, 'f'));
  assert.deepEqual([objects, retained, share], [null, null, 0]);
});

test('an elided node tells the sums of what it stands for', () => {
  const look = lookAt([heap('wide 1000000', 'x 5', 'y 3'), heap('wide 1999996', 'x 1', 'y 7')]);
  const drawn = drawnTree(look.merged.tree, look.measure, look.merged.frames, rootNode);
  const [elided = -1] = drawn.columns.elidedNode;
  assert.equal(drawn.nodes[elided], -1);
  const { flat, cum, increase, decrease, share, lines } = elidedDetails(look, drawn, elided);
  assert.deepEqual(flat, { base: 0, current: 0 });
  assert.deepEqual(cum, { base: 8, current: 8 });
  assert.deepEqual([increase, decrease, share, lines.length], [4, 4, 4 / 1e6, 0]);
});
