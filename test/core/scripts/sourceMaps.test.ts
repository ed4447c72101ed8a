import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { readProto } from '../../../src/core/formats/proto/protoReader.ts';
import type { Script } from '../../../src/core/scripts/script.ts';
import { chosenOriginals, readScripts, scriptsIn, sourceMaps } from '../../../src/core/scripts/sourceMaps.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { builtService, profilesOf } from '../../fixtures/scripts/builtService.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const service = builtService(temporaryFolder('service'));
const profiles = profilesOf(service);
const file = pathToFileURL(service.script).toString();

function scriptWith(change: Partial<Script> = {}): Script {
  const [text, map] = [service.script, service.map].map(path => new Uint8Array(readFileSync(path)));
  return {
    file,
    text: text ?? new Uint8Array(),
    map: map ?? new Uint8Array(),
    mapPath: service.map,
    isCertain: true,
    ...change,
  };
}

test('the scripts of a heap of V8, without those of Node and of packages', () => {
  assert.deepEqual(scriptsIn(profiles), [file]);
  const goHeap = readProto(profileBytes({ samples: [{ stack: ['main@a.js:1'], values: [1] }] }));
  assert.deepEqual(scriptsIn([goHeap]), []);
});

test('leads to source, as V8 has really named and placed its functions', () => {
  const { changed, unreadable, originalOf } = sourceMaps(profiles, readScripts([scriptWith()]));
  assert.deepEqual([changed, unreadable], [[], []]);
  const names = ['dedupe.ts', 'parse.ts', 'server.ts'].map(name => join(service.folder, 'src', name));
  const files = new Set<string>();
  for (const { strings, functions, locations } of profiles) {
    locations.lineFunction.forEach((row, i) => {
      const position = {
        name: strings.get(functions.name[row] as number),
        line: locations.lineNumber[i] as number,
        column: locations.lineColumn[i] as number,
      };
      const original = originalOf(strings.get(functions.file[row] as number), position);
      if (original !== null) files.add(original.file);
    });
  }
  assert.deepEqual([...files].toSorted(), names);
});

test('does not believe a map whose script is not the one that ran, and says which', () => {
  const text = new TextDecoder().decode(scriptWith().text);
  const rebuilt = new TextEncoder().encode(`const since = ${'1'.repeat(80)};${text}`);
  const maps = sourceMaps(profiles, readScripts([scriptWith({ text: rebuilt })]));
  assert.deepEqual(maps.changed, [file]);
  assert.equal(maps.originalOf(file, { name: 'seen', line: 1, column: 200 }), null);
});

test('one that only one of two profiles is of is believed for neither', () => {
  const [base] = profiles;
  assert.ok(base);
  const moved = {
    ...base,
    locations: { ...base.locations, lineColumn: base.locations.lineColumn.map(c => c + 40) },
  };
  assert.deepEqual(sourceMaps([base], readScripts([scriptWith()])).changed, []);
  assert.deepEqual(sourceMaps([base, moved], readScripts([scriptWith()])).changed, [file]);
});

test('of scripts that only have its name the one is taken that has the functions, and nothing is said of others', () => {
  const other = scriptWith({ text: new TextEncoder().encode('run()'), isCertain: false });
  const one = scriptWith({ isCertain: false });
  const broken = scriptWith({ map: new Uint8Array(), isCertain: false });
  const ofAll = (...scripts: readonly Script[]) => {
    const { changed, unreadable, originalOf } = sourceMaps(profiles, readScripts(scripts));
    const [first] = new TextDecoder().decode(one.text).split('\n');
    const position = { name: 'seen', line: 1, column: (first?.indexOf('seen(') ?? 0) + 5 };
    return { changed, unreadable, found: originalOf(file, position)?.name ?? null };
  };
  assert.deepEqual(ofAll(other, one, broken), { changed: [], unreadable: [], found: 'seen' });
  assert.deepEqual(ofAll(other, broken), { changed: [], unreadable: [], found: null });
  // Of two that are alike nobody knows which it is.
  assert.deepEqual(ofAll(one, one), { changed: [], unreadable: [], found: null });
});

test('a map that is broken is told', () => {
  const map = new TextEncoder().encode('{"version":3');
  assert.deepEqual(sourceMaps(profiles, readScripts([scriptWith({ map })])).unreadable, [file]);
});

test('of source that nobody can open only that of packages is named', () => {
  const written = {
    'own.js': '/app/src/a.ts',
    'other.js': '/app/src/b.ts',
    'bundle.js': 'webpack://x/./node_modules/p/i.js',
  };
  const maps = {
    changed: [],
    unreadable: [],
    originalOf: (script: string) => ({ name: 'f', file: written[script as keyof typeof written], line: 1 }),
  };
  const chosen = chosenOriginals(maps, new Set(['/app/src/a.ts']));
  const position = { name: 'f', line: 1, column: 1 };
  const found = Object.keys(written).map(script => chosen(script, position)?.file ?? null);
  assert.deepEqual(found, ['/app/src/a.ts', null, 'webpack://x/./node_modules/p/i.js']);
});
