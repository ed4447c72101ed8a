import assert from 'node:assert/strict';
import test from 'node:test';
import type { Located } from '../../../src/core/source/locate.ts';
import { readScripts } from '../../../src/core/source/readScript.ts';
import type { SourceFile, SourceRoot } from '../../../src/core/source/sourceRoot.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const root: SourceRoot = { kind: 'workspace', uri: 'file:///w', path: '/w' };
const at = (path: string): SourceFile => ({ root, path });
const found: Located = { kind: 'found', file: at('dist/a.js'), by: 'suffix' };

/** What is read of a script among these files, as texts, and every path that was asked for. */
async function read(files: Readonly<Record<string, string>>, located: Located = found) {
  const asked: string[] = [];
  const scripts = await readScripts('file:///app/dist/a.js', located, async each => {
    asked.push(each);
    const text = files[each];
    return text === undefined ? null : bytes(text);
  });
  const text = (content: Uint8Array | null): string | null => content && new TextDecoder().decode(content);
  const all = scripts.map(({ file, map, mapPath, isCertain }) => ({
    file,
    map: text(map),
    mapPath,
    isCertain,
  }));
  return { asked, script: all[0] ?? null, all };
}

test('reads the map that a script names, relative to it', async () => {
  for (const [address, mapPath] of [
    ['a.js.map', '/w/dist/a.js.map'],
    ['../maps/a%20b.map', '/w/maps/a b.map'],
    ['/maps/a.map?v=1', '/maps/a.map'],
    ['./a.js.map#x', '/w/dist/a.js.map'],
  ] as const) {
    const { script } = await read({
      '/w/dist/a.js': `run()\n//# sourceMappingURL=${address}`,
      [mapPath]: '{}',
    });
    assert.deepEqual(script, { file: 'file:///app/dist/a.js', map: '{}', mapPath, isCertain: true }, address);
  }
});

test('one that names none has the one beside it, if any', async () => {
  const { script } = await read({ '/w/dist/a.js': 'run()', '/w/dist/a.js.map': '{}' });
  assert.equal(script?.mapPath, '/w/dist/a.js.map');
  assert.equal((await read({ '/w/dist/a.js': 'run()' })).script, null);
  assert.equal((await read({})).script, null);
});

test('a map within the script is left in it, relative to that', async () => {
  const { script, asked } = await read({
    '/w/dist/a.js': 'run()\n//# sourceMappingURL=data:application/json;base64,e30=',
  });
  assert.deepEqual(script, {
    file: 'file:///app/dist/a.js',
    map: null,
    mapPath: '/w/dist/a.js',
    isCertain: true,
  });
  assert.deepEqual(asked, ['/w/dist/a.js']);
});

test('asks for nothing that is elsewhere', async () => {
  for (const address of [
    'https://example.org/a.map',
    'file:///etc/passwd',
    '//server/share/a.map',
    '\\\\server\\share\\a.map',
    'c:\\a.map',
    '%',
    '%00',
  ]) {
    const { script, asked } = await read({ '/w/dist/a.js': `run()\n//# sourceMappingURL=${address}` });
    assert.equal(script, null, address);
    assert.deepEqual(asked, ['/w/dist/a.js'], address);
  }
});

test('what a build has put elsewhere may be any script of its name, but none of a package', async () => {
  const paths = ['one/a.js', 'two/a.js', 'node_modules/a/a.js', 'bare/a.js'];
  const files: Record<string, string> = {};
  for (const path of paths) {
    files[`/w/${path}`] = 'run()';
    if (path !== 'bare/a.js') files[`/w/${path}.map`] = '{}';
  }
  const sameName = paths.map(at);
  const { all } = await read(files, { kind: 'none', tried: [], searched: 'a.js', sameName });
  const told = all.map(({ mapPath, isCertain }) => [mapPath, isCertain]);
  assert.deepEqual(told, [
    ['/w/one/a.js.map', false],
    ['/w/two/a.js.map', false],
  ]);
  const several = await read(files, { kind: 'ambiguous', files: sameName, by: 'suffix' });
  assert.equal(several.all.length, 2);
  assert.deepEqual((await read(files, { kind: 'refused', reason: 'unsafe' })).all, []);
  const many = Array.from({ length: 20 }, (_, i) => at(`${i}/a.js`));
  const { asked } = await read({}, { kind: 'ambiguous', files: many, by: 'suffix' });
  assert.equal(asked.length, 8);
});
