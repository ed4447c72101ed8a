import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { openFolders, pathInside, RefusedError } from '../../src/disk/folders.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const root = realpathSync(temporaryFolder('folders'));
const outside = realpathSync(temporaryFolder('outside'));
mkdirSync(join(root, 'sub'));
for (const path of [
  join(root, 'a.pb'),
  join(root, '..x.pb'),
  join(root, '--help'),
  join(outside, 'secret.pb'),
]) {
  writeFileSync(path, 'x');
}
symlinkSync(join(root, 'a.pb'), join(root, 'sub', 'in.pb'));
symlinkSync(join(outside, 'secret.pb'), join(root, 'out.pb'));
symlinkSync(outside, join(root, 'outFolder'));
symlinkSync('loop', join(root, 'loop'));

test('what lies inside is found, by whatever way', async () => {
  const folders = await openFolders([root]);
  for (const path of ['a.pb', './sub/../a.pb', join(root, 'a.pb'), 'sub/in.pb']) {
    assert.equal(await pathInside(folders, path), join(root, 'a.pb'), path);
  }
  assert.equal(await pathInside(folders, '..x.pb'), join(root, '..x.pb'));
  assert.equal(await pathInside(folders, '--help'), join(root, '--help'));
  assert.equal(await pathInside(folders, root), root);
});

const refused: readonly [path: string, why: RegExp][] = [
  ['../secret.pb', /is outside/],
  ['sub/../../x', /is outside/],
  [join(outside, 'secret.pb'), /is outside .*, and nothing else is read/],
  [`${root}x/a.pb`, /is outside/],
  ['out.pb', /is a link that leads out/],
  ['outFolder/secret.pb', /is a link that leads out/],
  ['loop', /cannot be read: there is no such file/],
  ['none.pb', /cannot be read: there is no such file/],
  ['', /is no path/],
  ['a\0.pb', /is no path/],
  ['x'.repeat(5_000), /is no path/],
];
for (const [path, why] of refused) {
  test(`“${path.slice(0, 40)}” is refused: ${why.source}`, async () => {
    const folders = await openFolders([root]);
    await assert.rejects(pathInside(folders, path), (error: unknown) => {
      assert.ok(error instanceof RefusedError);
      assert.match(error.message, why);
      return true;
    });
  });
}

test('what is no folder cannot be given', async () => {
  await assert.rejects(openFolders([join(root, 'a.pb')]), RefusedError);
  await assert.rejects(openFolders([join(root, 'none')]), RefusedError);
});
