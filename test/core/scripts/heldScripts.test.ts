import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { HeldScripts } from '../../../src/core/scripts/heldScripts.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';
import { builtService, profilesOf } from '../../fixtures/scripts/builtService.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const service = builtService(temporaryFolder('service'));
const profiles = profilesOf(service);
const file = pathToFileURL(service.script).toString();
const source = (name: string): string => join(service.folder, 'src', name);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const script = {
  file,
  text: read(service.script),
  map: read(service.map),
  mapPath: service.map,
  isCertain: true,
};

test('a script is asked for once, and leads where somebody has found source', () => {
  const held = new HeldScripts();
  assert.deepEqual(held.unasked(profiles), [file]);
  assert.deepEqual(held.unasked(profiles), []);
  assert.equal(held.lead(profiles), profiles);
  const sources = held.told([script]);
  assert.deepEqual(sources.toSorted(), ['dedupe.ts', 'parse.ts', 'server.ts'].map(source));
  held.found([source('parse.ts')]);
  const stacks = held.lead(profiles).map(dumpProfile).join('\n');
  assert.ok(stacks.includes(`parseMessage@${source('parse.ts')}:3`), stacks);
  // What nobody has found is named as the script has it.
  assert.ok(!stacks.includes('dedupe.ts') && stacks.includes(`@${file}:`), stacks);
  assert.deepEqual(held.unused, { changed: [], unreadable: [] });
});

test('says of which scripts no use was made', () => {
  const held = new HeldScripts();
  held.told([
    { ...script, text: new TextEncoder().encode('run()') },
    { ...script, file: 'other.js', map: new Uint8Array() },
  ]);
  assert.deepEqual(held.lead(profiles).map(dumpProfile), profiles.map(dumpProfile));
  // Of one that these profiles do not name nothing is said.
  assert.deepEqual(held.unused, { changed: [file], unreadable: [] });
});
