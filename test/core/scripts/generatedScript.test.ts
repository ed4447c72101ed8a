import assert from 'node:assert/strict';
import test from 'node:test';
import { buildSync } from 'esbuild';
import { type GeneratedScript, generatedScript } from '../../../src/core/scripts/generatedScript.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string, map: object | string): GeneratedScript | null {
  const json = typeof map === 'string' ? map : JSON.stringify(map);
  return generatedScript({
    file: 'a.js',
    text: bytes(text),
    map: bytes(json),
    mapPath: '/work/dist/a.js.map',
    isCertain: true,
  });
}

/** What esbuild makes of a source, minified, with its map. */
function built(contents: string): { readonly text: string; readonly map: string } {
  const { outputFiles = [] } = buildSync({
    stdin: { contents, sourcefile: '/work/src/cache.ts', loader: 'ts' },
    bundle: true,
    minify: true,
    sourcemap: true,
    outfile: '/work/dist/a.js',
    write: false,
  });
  const [map = '', text = ''] = outputFiles.map(file => file.text);
  return { text, map };
}

const source = `
declare const sink: unknown[];
const add = (entry: string) => { sink.push(entry + entry); };
function remember(entry: string): void {
  add(entry); add(entry.trim());
}
class Cache { values = new Map(); constructor(readonly size: number) { sink.push(this); } put(key: string) { remember(key); remember(key + 1); } }
export const cache = new Cache(sink.length);
cache.put(String(sink)); cache.put('b'); remember('c'); remember('d'); add('e');
`;

test('a minified function is found in source, by its name there', () => {
  const { text, map } = built(source);
  const script = read(text, map);
  assert.ok(script);
  const [first = ''] = text.split('\n');
  /** Where V8 says that functions begin, and their names in the script. */
  const declared = [...first.matchAll(/function (?<name>[\w$]+)(?=\()/g)].map(match => ({
    name: match.groups?.['name'] ?? '',
    line: 1,
    column: match.index + match[0].length + 1,
  }));
  assert.equal(declared.length, 1);
  assert.notEqual(declared[0]?.name, 'remember');
  for (const position of declared) {
    assert.equal(script.has(position), true);
    const remember = { name: 'remember', file: '/work/src/cache.ts', line: 4 };
    assert.deepEqual(script.originalOf(position), remember);
    assert.equal(script.has({ ...position, name: 'elsewhere' }), false);
  }
  const put = { name: 'put', line: 1, column: first.indexOf('put(') + 4 };
  assert.deepEqual(script.originalOf(put), { name: 'put', file: '/work/src/cache.ts', line: 7 });
  const made = { name: /(?<name>[\w$]+)=class\b/.exec(first)?.groups?.['name'] ?? '', line: 1 };
  const begins = first.indexOf('constructor(') + 'constructor('.length;
  const cache = { name: 'Cache', file: '/work/src/cache.ts', line: 7 };
  assert.deepEqual(script.originalOf({ ...made, column: begins }), cache);
  const arrow = /(?<name>[\w$]+)=(?=[\w$]+=>)/.exec(first);
  const add = {
    name: arrow?.groups?.['name'] ?? '',
    line: 1,
    column: (arrow?.index ?? 0) + (arrow?.[0].length ?? 0) + 1,
  };
  // Not by the name of its parameter, which stands where it begins.
  assert.deepEqual(script.originalOf(add), { name: 'add', file: '/work/src/cache.ts', line: 3 });
});

test('says nothing of what it has no position for', () => {
  const { text, map } = built(source);
  const script = read(text, map);
  for (const position of [
    { name: 'push', line: 0, column: 0 },
    { name: 'put', line: 1, column: 0 },
    { name: 'put', line: 9_999, column: 4 },
  ]) {
    assert.equal(script?.originalOf(position), null);
  }
  assert.equal(script?.has({ name: 'push', line: 0, column: 0 }), null);
  assert.equal(script?.has({ name: '(anonymous)', line: 1, column: 1 }), null);
});

test('a map in sections, one behind a guard, one within its script, and what is no map', () => {
  const map = { version: 3, names: [], sources: ['../src/a.ts'], mappings: 'AAAA' };
  const top = { name: '(anonymous)', line: 1, column: 1 };
  const found = { name: '(anonymous)', file: '/work/src/a.ts', line: 1 };
  const sections = { version: 3, sections: [{ offset: { line: 0, column: 0 }, map }] };
  assert.deepEqual(read('run()', map)?.originalOf(top), found);
  assert.deepEqual(read('run()', sections)?.originalOf(top), found);
  assert.deepEqual(read('run()', `)]}'\n${JSON.stringify(map)}`)?.originalOf(top), found);
  const inline = `run()//# sourceMappingURL=data:application/json;base64,${btoa(JSON.stringify(map))}`;
  const held = (text: string) =>
    generatedScript({
      file: 'a.js',
      text: bytes(text),
      map: null,
      mapPath: '/work/dist/a.js',
      isCertain: true,
    });
  assert.deepEqual(held(inline)?.originalOf(top), found);
  assert.equal(held('run()//# sourceMappingURL=data:text/plain,x'), null);
  assert.equal(held('run()'), null);
  for (const none of ['', 'null', '[]', '{"version":3}', '<html>', '{"version":3,"sections":[1]}'])
    assert.equal(read('run()', none), null, none);
});

test('a map that says nonsense leads nowhere', () => {
  const top = { name: 'run', line: 1, column: 1 };
  const maps = [
    // Source 5 of 1; a line and a source below zero; no name; sources that are none.
    { version: 3, names: [], sources: ['a.ts'], mappings: 'AKAA' },
    { version: 3, names: [], sources: ['a.ts'], mappings: 'ADDA' },
    { version: 3, names: [], sources: [null], mappings: 'AAAA' },
    { version: 3, names: [], sources: ['a'.repeat(70_000)], mappings: 'AAAA' },
  ];
  for (const map of maps) assert.equal(read('run()', map)?.originalOf(top) ?? null, null, map.mappings);
  const unnamed = { version: 3, names: [7], sources: ['a.ts'], mappings: 'AAAAA' };
  const asked = { version: 3, names: [], sources: ['webpack://app/./page.vue?f1a2'], mappings: 'AAAA' };
  assert.equal(read('run()', asked)?.originalOf(top)?.file, 'webpack://app/page.vue');
  assert.equal(read('run()', unnamed)?.originalOf({ ...top, column: 4 })?.name, 'run');
});
