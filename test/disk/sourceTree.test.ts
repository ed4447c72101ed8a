import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { openFolders } from '../../src/disk/folders.ts';
import { SourceTree } from '../../src/disk/sourceTree.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const root = realpathSync(temporaryFolder('source'));
const outside = realpathSync(temporaryFolder('outside'));
for (const path of ['go.mod', 'pkg/cache.go', 'a/same.go', 'b/same.go', 'node_modules/x/lib.go']) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), path === 'go.mod' ? 'module example.com/app\n' : 'one\r\ntwo\n');
}
writeFileSync(join(outside, 'secret.go'), 'secret\n');
symlinkSync(outside, join(root, 'linked'));

test('a profile’s path is found in its module, and by its end', async () => {
  const tree = new SourceTree(await openFolders([root]));
  assert.equal(
    await tree.find('example.com/app/pkg/cache.go', 'example.com/app/pkg.put'),
    join(root, 'pkg/cache.go'),
  );
  assert.equal(await tree.find('/build/src/pkg/cache.go', 'pkg.put'), join(root, 'pkg/cache.go'));
  assert.deepEqual(await tree.lines(join(root, 'pkg/cache.go')), ['one', 'two', '']);
});

test('of files that share no more than the name, the one that declares the function', async () => {
  writeFileSync(join(root, 'b/same.go'), 'func seen() {}\r\n');
  const asked: string[] = [];
  const tree = new SourceTree(await openFolders([root]), async (path, text, name) => {
    asked.push(path);
    return text.includes(name.replace('main.', 'func '));
  });
  assert.equal(await tree.find('/app/same.go', 'main.seen'), join(root, 'b/same.go'));
  assert.deepEqual(asked.sort(), ['a/same.go', 'b/same.go']);
  assert.equal(await tree.find('/app/same.go', 'main.gone'), null);
});

test('several that fit, none, and what lies behind a link are not found', async () => {
  const tree = new SourceTree(await openFolders([root]));
  assert.equal(await tree.find('/build/same.go', 'main.f'), null);
  assert.equal(await tree.find('/build/none.go', 'main.f'), null);
  assert.equal(await tree.find(join(outside, 'secret.go'), 'main.f'), null);
  assert.equal(await tree.find('linked/secret.go', 'main.f'), null);
  assert.equal(await tree.find('', 'main.f'), null);
  assert.deepEqual(await tree.lines(join(root, 'none.go')), []);
});
