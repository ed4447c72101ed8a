import assert from 'node:assert/strict';
import test from 'node:test';
import { SharedMappings } from '../../../../src/core/report/pprof/sharedMappings.ts';
import { profileOf } from '../../answers/lookAt.ts';

const [mapped] = profileOf({ samples: [{ stack: ['f'], values: [1] }], binary: { file: '/app' } }).mappings;
const profile = profileOf({ samples: [] });

test('one binary at two addresses is one mapping, and its addresses are moved to where it was first', () => {
  assert.ok(mapped);
  const mappings = new SharedMappings();
  const moved = { ...mapped, start: mapped.start + 0x5000n, limit: mapped.limit + 0x5000n };
  assert.deepEqual(mappings.add({ ...profile, mappings: [mapped] }), [{ id: 1, shift: 0n }]);
  assert.deepEqual(mappings.add({ ...profile, mappings: [moved] }), [{ id: 1, shift: -0x5000n }]);
  assert.deepEqual(
    mappings.all.map(({ mapping }) => mapping),
    [mapped],
  );
});

test('another file, another build or another size is another mapping', () => {
  assert.ok(mapped);
  const others = [
    mapped,
    { ...mapped, file: '/lib' },
    { ...mapped, buildId: 'b' },
    { ...mapped, limit: mapped.limit + 0x2000n },
  ];
  const ids = new SharedMappings().add({ ...profile, mappings: others }).map(({ id }) => id);
  assert.deepEqual(ids, [1, 2, 3, 4]);
});
