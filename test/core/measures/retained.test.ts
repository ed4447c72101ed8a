import assert from 'node:assert/strict';
import test from 'node:test';
import { ownRange } from '../../../src/core/measures/ranges.ts';
import { retainedOver } from '../../../src/core/measures/retained.ts';
import { pairColumns, typeNamed } from '../../../src/core/pair/comparison.ts';
import { lookAt, nodeNamed, profileOf } from '../answers/lookAt.ts';

const sampleTypes = ['alloc_space/bytes', 'inuse_space/bytes'];
const base = profileOf({ sampleTypes, samples: [{ stack: ['leak'], values: [10, 10] }] });
const current = profileOf({
  sampleTypes,
  samples: [
    { stack: ['leak'], values: [110, 110] },
    { stack: ['churn'], values: [1000, 1] },
    { stack: ['idle'], values: [0, 0] },
  ],
});
const look = lookAt([base, current]);
const values = (type: string) => pairColumns(look.comparison, typeNamed(look.comparison, type), false);

function retained(name: string) {
  const { tree } = look.merged;
  return retainedOver(
    tree,
    values('inuse_space'),
    values('alloc_space'),
    ownRange(tree, nodeNamed(look, name)),
  );
}

test('a leak keeps everything, churn nearly nothing', () => {
  assert.deepEqual(retained('leak'), { share: 1, allocated: 100 });
  assert.deepEqual(retained('churn'), { share: 0.001, allocated: 1000 });
});

test('where nothing was allocated nothing is said', () => {
  assert.equal(retained('idle'), null);
  assert.equal(retainedOver(look.merged.tree, undefined, values('alloc_space'), [[0, 1]]), null);
});
