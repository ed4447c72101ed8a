import assert from 'node:assert/strict';
import test from 'node:test';
import type { Profile } from '../../../src/core/profile.ts';
import type { Filter } from '../../../src/core/stacks/filterFields.ts';
import { dumpTree, heap, lookAt, profileOf, samplesOf } from '../answers/lookAt.ts';

const tree = (filter: Partial<Filter>, ...profiles: readonly Profile[]): string[] =>
  dumpTree(lookAt(profiles, { filter }));
const plain = heap('main;serve;alloc 1', 'main;gc 2', 'serve;main;serve;free 4');

test('focus keeps stacks, ignore drops them, whichever side has them', () => {
  assert.deepEqual(tree({ focus: 'serve', ignore: 'free' }, heap('main;gc 9', 'serve 8'), plain), [
    'all',
    '  main',
    '    serve',
    '      alloc 0 → 1',
    '  serve 8 → 0',
  ]);
});

test('names and paths are asked as each file has them, not as they are shown', () => {
  const one = heap(
    'main@./csu/../csu/m.c;work@/proc/self/cwd/external/a.cc 1',
    'main@./csu/../csu/m.c;own 2',
  );
  const shown = ['all', '  main', '    own 0 → 2', '    work 0 → 1'];
  const none = heap();
  assert.deepEqual(tree({ ignore: '/proc/self/cwd' }, none, one), ['all', '  main', '    own 0 → 2']);
  assert.deepEqual(tree({ ignore: '^external/' }, none, one), shown);
  assert.deepEqual(tree({ focus: '\\./csu/\\.\\./csu' }, none, one), shown);
  assert.deepEqual(tree({ hide: '^csu/' }, none, one), shown);
  assert.deepEqual(tree({ show: '/cwd/' }, none, one), ['all', '  work 0 → 1']);
  assert.deepEqual(tree({ showFrom: 'cwd' }, none, one), ['all', '  work 0 → 1']);
});

test('what is one function under two spellings is asked by that of either file', () => {
  const [base, current] = [
    heap('main;f::h0123456789abcdef;leaf 1'),
    heap('main;f::hfedcba9876543210;leaf 2'),
  ];
  assert.deepEqual(tree({}, base, current), ['all', '  main', '    f', '      leaf 1 → 2']);
  assert.deepEqual(tree({ focus: '^f$' }, base, current), ['all']);
  assert.deepEqual(tree({ focus: 'h0123' }, base, current), ['all', '  main', '    f', '      leaf 1 → 0']);
  assert.deepEqual(tree({ hide: 'h0123' }, base, current), [
    'all',
    '  main',
    '    f',
    '      leaf 0 → 2',
    '    leaf 1 → 0',
  ]);
});

test('hide takes frames out, and stacks of which nothing is left', () => {
  assert.deepEqual(tree({ hide: 'main|gc' }, plain), [
    'all',
    '  serve',
    '    alloc 0 → 1',
    '    serve',
    '      free 0 → 4',
  ]);
});

test('show keeps only what matches', () => {
  assert.deepEqual(tree({ show: 'serve|gc' }, plain), [
    'all',
    '  gc 0 → 2',
    '  serve 0 → 1',
    '    serve 0 → 4',
  ]);
});

test('show from begins at the outermost match', () => {
  assert.deepEqual(tree({ showFrom: 'serve' }, plain), [
    'all',
    '  serve',
    '    alloc 0 → 1',
    '    main',
    '      serve',
    '        free 0 → 4',
  ]);
});

test('inlined frames go one by one, and focus looks at all of them', () => {
  const inlined = profileOf({ samples: [{ stack: [['outer', 'middle', 'inner'], 'leaf'], values: [1] }] });
  assert.deepEqual(tree({ focus: 'middle', hide: 'inner' }, inlined), [
    'all',
    '  outer',
    '    middle',
    '      leaf 0 → 1',
  ]);
  assert.deepEqual(tree({ showFrom: 'middle' }, inlined), [
    'all',
    '  middle',
    '    inner',
    '      leaf 0 → 1',
  ]);
});

test('a mapping that matches speaks for all its frames', () => {
  const mapped = profileOf({ samples: samplesOf('main;work 1'), binary: { file: '/lib/libc.so' } });
  assert.deepEqual(tree({ focus: 'libc' }, mapped), ['all', '  main', '    work 0 → 1']);
  assert.deepEqual(tree({ hide: 'libc' }, mapped), ['all']);
});

test('tags choose samples', () => {
  const tagged = profileOf({
    samples: [
      { stack: ['a'], values: [1], labels: { bytes: 16 } },
      { stack: ['b'], values: [2], labels: { bytes: 4096 } },
    ],
  });
  assert.deepEqual(tree({ tagFocus: 'bytes=1kb:' }, tagged), ['all', '  b 0 → 2']);
  assert.deepEqual(tree({ tagIgnore: 'bytes=1kb:' }, tagged), ['all', '  a 0 → 1']);
});

test('stacks that Go cut off stand under one frame, unless show or show from take it away', () => {
  const deep = (root: string): string => [root, ...Array.from({ length: 31 }, (_, i) => `f${i}`)].join(';');
  const cut = heap('main;f0 1', `${deep('x')} 2`, `${deep('y')} 3`, `${deep('main')} 4`);
  const top = (filter: Partial<Filter>): string[] =>
    tree(filter, cut).filter(line => /^ {2,4}[^ ]/.test(line));
  assert.deepEqual(top({}), ['  (truncated)', '    x', '    y', '  main', '    f0 0 → 1']);
  assert.deepEqual(top({ showFrom: '^[xy]' }), ['  x', '    f0', '  y', '    f0']);
});
