import assert from 'node:assert/strict';
import test from 'node:test';
import { readScript } from '../../../src/core/source/readScript.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is read of a script among these files, as texts, and every path that was asked for. */
async function read(files: Readonly<Record<string, string>>, path = '/w/dist/a.js') {
  const asked: string[] = [];
  const script = await readScript('file:///app/dist/a.js', path, async each => {
    asked.push(each);
    const text = files[each];
    return text === undefined ? null : bytes(text);
  });
  const text = (content: Uint8Array): string => new TextDecoder().decode(content);
  return { asked, script: script && { file: script.file, map: text(script.map), mapPath: script.mapPath } };
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
    assert.deepEqual(script, { file: 'file:///app/dist/a.js', map: '{}', mapPath }, address);
  }
});

test('one that names none has the one beside it, if any', async () => {
  const { script } = await read({ '/w/dist/a.js': 'run()', '/w/dist/a.js.map': '{}' });
  assert.equal(script?.mapPath, '/w/dist/a.js.map');
  assert.equal((await read({ '/w/dist/a.js': 'run()' })).script, null);
  assert.equal((await read({})).script, null);
});

test('a map within the script is relative to that', async () => {
  const inline = Buffer.from('{"version":3}').toString('base64');
  const { script, asked } = await read({
    '/w/dist/a.js': `run()\n//# sourceMappingURL=data:application/json;base64,${inline}`,
  });
  assert.deepEqual(script, { file: 'file:///app/dist/a.js', map: '{"version":3}', mapPath: '/w/dist/a.js' });
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
    'data:text/plain,x',
  ]) {
    const { script, asked } = await read({ '/w/dist/a.js': `run()\n//# sourceMappingURL=${address}` });
    assert.equal(script, null, address);
    assert.deepEqual(asked, ['/w/dist/a.js'], address);
  }
});
