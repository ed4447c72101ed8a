import assert from 'node:assert/strict';
import test from 'node:test';
import { scriptNotices } from '../../../src/core/scripts/scriptNotices.ts';

test('says once why maps are not used, and of how many scripts', () => {
  assert.deepEqual(scriptNotices({ changed: [], unreadable: [] }), []);
  const texts = (changed: readonly string[], unreadable: readonly string[]): readonly string[] =>
    scriptNotices({ changed, unreadable }).map(({ kind, text, script }) => `${kind} ${script}: ${text}`);
  assert.deepEqual(texts(['a.js'], ['b.js']), [
    'otherScript a.js: a.js is not the script that was profiled, so that its source map is not used: build what ran, and compare again.',
    'noSourceMap b.js: The source map of b.js cannot be read.',
  ]);
  assert.deepEqual(texts(['a.js', 'c.js', 'd.js'], ['b.js', 'e.js']), [
    'otherScript a.js: 3 scripts are not those that were profiled, a.js among them, so that their source maps are not used: build what ran, and compare again.',
    'noSourceMap b.js: 2 source maps cannot be read, that of b.js among them.',
  ]);
});
