import assert from 'node:assert/strict';
import test from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { treeKey } from '../../../src/core/tree/mergedTree.ts';
import { dumpTree, heap, lookAt, profileOf } from '../answers/lookAt.ts';

test('both profiles stand in one tree, each with its own values', () => {
  const look = lookAt([heap('main;a;x 1', 'main;b 2'), heap('main;a;x 3', 'main;a;y 4', 'other 5')]);
  assert.deepEqual(dumpTree(look), [
    'all',
    '  main',
    '    a',
    '      x 1 → 3',
    '      y 0 → 4',
    '    b 2 → 0',
    '  other 0 → 5',
  ]);
});

test('stacks of both builds meet where names and files do, at each granularity', () => {
  const base = profileOf({ samples: [{ stack: ['p.main@p/m.go:1', 'q.f@q/f.go:2'], values: [1] }] });
  const current = profileOf({
    samples: [{ stack: ['p.main@p/m.go:9', 'q.g@q/f.go:3'], values: [4] }],
    firstAddress: 0x70000,
  });
  const dump = (granularity: 'functions' | 'lines' | 'files' | 'packages'): string =>
    dumpTree(lookAt([base, current], { granularity }))
      .slice(1)
      .join('\n');
  assert.equal(dump('functions'), '  p.main\n    q.f 1 → 0\n    q.g 0 → 4');
  assert.equal(dump('lines'), '  p.main\n    q.f 1 → 0\n  p.main\n    q.g 0 → 4');
  assert.equal(dump('files'), '  p/m.go\n    q/f.go 1 → 4');
  assert.equal(dump('packages'), '  p\n    q 1 → 4');
});

test('keys are equal just for equal looks', () => {
  const hide = { ...noFilter, hide: 'x' };
  assert.equal(treeKey('lines', { ...noFilter }), treeKey('lines', noFilter));
  const keys = [treeKey('lines', noFilter), treeKey('files', noFilter), treeKey('lines', hide)];
  assert.equal(new Set(keys).size, 3);
});
