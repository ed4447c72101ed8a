import assert from 'node:assert/strict';
import test from 'node:test';
import { headersElsewhere } from '../../src/engine/code/headersElsewhere.ts';
import type { Text } from '../../src/engine/code/text.ts';

test('of a folder’s sources the headers that stand elsewhere are found, the likeliest first', async () => {
  const folder = new Map<string, Text>([
    ['session.cc', '#include "store/session.h"\n'],
    ['cache.cc', [new TextEncoder().encode('#include "cache.h"\n')]],
    ['cache.h', ''],
    ['lost.cc', '#include "lost.h"\n'],
  ]);
  const files: Readonly<Record<string, string>> = {
    '../include/store/session.h': 'class Session;',
    '../../store/session.h': 'class Another;',
  };
  const asked: string[] = [];
  const found = await headersElsewhere(folder, async path => {
    asked.push(path);
    return files[path] ?? null;
  });
  assert.deepEqual([...found], [['../include/store/session.h', 'class Session;']]);
  assert.ok(!asked.includes('cache.h'));
});

test('where one was found the next is looked for first, and those that are nowhere are given up', async () => {
  const sources = (count: number, name: string): Map<string, Text> =>
    new Map(Array.from({ length: count }, (_, i) => [`${name}${i}.cc`, `#include "app/${name}${i}.h"\n`]));
  const asked: string[] = [];
  const found = await headersElsewhere(sources(30, 'a'), async path => {
    asked.push(path);
    return path.startsWith('../../include/') ? 'class A;' : null;
  });
  assert.equal(found.size, 30);
  assert.deepEqual(asked.slice(4), [...found.keys()].slice(1));
  asked.length = 0;
  const none = await headersElsewhere(sources(200, 'lost'), async path => {
    asked.push(path);
    return null;
  });
  assert.equal(none.size, 0);
  assert.equal(asked.length, 20 * 11);
});
