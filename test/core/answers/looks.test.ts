import assert from 'node:assert/strict';
import test from 'node:test';
import { Looks } from '../../../src/core/answers/looks.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { inuseSpace as options } from '../../fixtures/viewOptions.ts';
import { profileOf } from './lookAt.ts';

const profile = profileOf({
  sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
  samples: [{ stack: ['main', 'f'], values: [2, 64] }],
});

test('another sample type is summed on the same tree', () => {
  const looks = new Looks([profile, profile]);
  const space = looks.at(options);
  const objects = looks.at({ ...options, sampleType: 'inuse_objects' });
  assert.equal(objects.merged, space.merged);
  assert.deepEqual([space.measure.current.at(-1), objects.measure.current.at(-1)], [64, 2]);
  assert.equal(looks.at(options).measure, space.measure);
  assert.deepEqual(space.other('inuse_objects')?.current, Float64Array.of(2));
  assert.equal(space.other('alloc_space'), undefined);
});

test('another granularity or filter is another tree', () => {
  const looks = new Looks([profile]);
  const first = looks.at(options).merged;
  assert.notEqual(looks.at({ ...options, granularity: 'lines' }).merged, first);
  assert.notEqual(looks.at({ ...options, filter: { ...noFilter, hide: 'f' } }).merged, first);
  assert.equal(looks.at({ ...options, normalize: true }).merged, first);
});

test('what cannot be looked at is refused', () => {
  const looks = new Looks([profile]);
  assert.throws(() => looks.at({ ...options, sampleType: 'cpu' }), { code: 'badOption' });
  assert.throws(() => looks.at({ ...options, filter: { ...noFilter, focus: '(' } }), { code: 'badOption' });
});
