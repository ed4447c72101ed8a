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
