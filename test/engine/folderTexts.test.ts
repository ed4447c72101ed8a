import assert from 'node:assert/strict';
import test from 'node:test';
import { MiB } from '../../src/core/formats/limits.ts';
import { type FolderFiles, folderTexts } from '../../src/engine/code/folderTexts.ts';

/** A folder of files that have so many bytes each; longer ones than are asked for reject. */
function folder(files: Readonly<Record<string, number>>): FolderFiles {
  return {
    names: async () => Object.keys(files),
    text: async (name, most) => {
      const size = files[name] ?? 0;
      if (size > most) throw new Error(`no file of at most ${most} bytes`);
      return [new Uint8Array(size)];
    },
    elsewhere: async path => (path === '../include/app/cache.h' ? 'class Cache;' : null),
  };
}
const many = (count: number, size: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.go`, size]));
const namesIn = async (files: Readonly<Record<string, number>>): Promise<number> =>
  (await folderTexts('go', folder(files))).size;

test('files of the language are read, and no others', async () => {
  const read = await folderTexts('go', folder({ 'a.go': 1, 'b.ts': 1, 'README.md': 1, 'c.go': 2 }));
  assert.deepEqual([...read.keys()], ['a.go', 'c.go']);
});

test('a folder of too many files or bytes is no package, nor is one that cannot be read', async () => {
  assert.equal(await namesIn(many(300, 1)), 300);
  assert.equal(await namesIn(many(301, 1)), 0);
  assert.equal(await namesIn(many(16, MiB)), 16);
  assert.equal(await namesIn({ ...many(16, MiB), 'more.go': 1 }), 0);
  assert.equal(await namesIn({ ...many(301, 1), 'a.go': 17 * MiB }), 0);
  const broken = { ...folder(many(2, 1)), names: () => Promise.reject(new Error('gone')) };
  assert.equal((await folderTexts('go', broken)).size, 0);
});

test('of C++ the headers that are included from elsewhere are read too', async () => {
  const files: FolderFiles = {
    ...folder({ 'cache.cc': 0 }),
    text: async () => '#include "app/cache.h"\n',
  };
  assert.deepEqual([...(await folderTexts('cpp', files)).keys()], ['cache.cc', '../include/app/cache.h']);
  assert.equal((await folderTexts('go', files)).size, 0);
});
