import assert from 'node:assert/strict';
import test from 'node:test';
import { locateSource } from '../../../src/core/source/locate.ts';
import { mappedScripts } from '../../../src/core/source/mappedScripts.ts';
import { absolutePath, fileWithin } from '../../../src/core/source/sourceRoot.ts';
import { sampleWorkspace } from './sampleWorkspace.ts';

const { workspace } = sampleWorkspace();

/** Where a profile's script is among those that have these maps. */
async function found(profilePath: string, ...maps: readonly string[]): Promise<string> {
  const files = mappedScripts(maps.flatMap(path => fileWithin(workspace.folders, path) ?? []));
  const located = await locateSource(profilePath, '', workspace, files);
  if (located.kind === 'found') return absolutePath(located.file);
  const others = located.kind === 'none' ? located.sameName : [];
  return [located.kind, ...others.map(absolutePath)].join(' ');
}

test('a script is found by its map, as a path or the end of one says', async () => {
  const maps = ['/home/me/web/dist/server.js.map', '/home/me/web/out/cli.mjs.map'];
  assert.equal(await found('/home/me/web/dist/server.js', ...maps), '/home/me/web/dist/server.js');
  assert.equal(await found('file:///app/dist/server.js', ...maps), '/home/me/web/dist/server.js');
  assert.equal(await found('https://example.org/out/cli.mjs?v=2', ...maps), '/home/me/web/out/cli.mjs');
});

test('one without a map is not there, and one elsewhere is of the same name', async () => {
  const maps = ['/home/me/web/dist/server.js.map', '/home/me/web/dist/server.css'];
  assert.equal(await found('/home/me/web/src/shared/cache.js', ...maps), 'none');
  assert.equal(await found('/srv/app/server.js', ...maps), 'none /home/me/web/dist/server.js');
  assert.equal(await found('/home/me/web/dist/server', ...maps), 'none');
});
