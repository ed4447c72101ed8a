import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Original } from '../../../src/core/scripts/generatedScript.ts';
import { readScripts, sourceMaps } from '../../../src/core/scripts/sourceMaps.ts';
import { withOriginals } from '../../../src/core/scripts/withOriginals.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';
import { builtService, profilesOf } from '../../fixtures/scripts/builtService.ts';
import { sums } from '../../fixtures/sums.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const service = builtService(temporaryFolder('service'));
const [profile] = profilesOf(service);
assert.ok(profile);

test('functions of a bundle are named and placed as source has them, and all values stay', () => {
  const [text = new Uint8Array(), map = new Uint8Array()] = [service.script, service.map].map(
    path => new Uint8Array(readFileSync(path)),
  );
  const file = pathToFileURL(service.script).toString();
  const { originalOf } = sourceMaps(
    [profile],
    readScripts([{ file, text, map, mapPath: service.map, isCertain: true }]),
  );
  const mapped = withOriginals(profile, originalOf);
  assert.deepEqual(sums(mapped), sums(profile));
  assert.equal(mapped.samples, profile.samples);
  const stacks = dumpProfile(mapped).join('\n');
  const at = (name: string, line: number): string => `${join(service.folder, 'src', name)}:${line}`;
  for (const frame of [
    `parseMessage@${at('parse.ts', 3)}`,
    `seen@${at('dedupe.ts', 17)}`,
    `serve@${at('server.ts', 16)}`,
    `main@${at('server.ts', 21)}`,
  ]) {
    assert.ok(stacks.includes(frame), `${frame} in ${stacks}`);
  }
  // Built-in functions stay what they are, and nothing is left of the bundle.
  assert.match(stacks, /@v8:builtins /);
  assert.ok(!stacks.includes('dist/server.js'), stacks);
});

test('what nothing is said of stays, and one function of source is one however many the script has', () => {
  assert.deepEqual(dumpProfile(withOriginals(profile, () => null)), dumpProfile(profile));
  const same: Original = { name: 'all', file: '/a.ts', line: 7 };
  const { functions, locations } = withOriginals(profile, () => same);
  assert.equal(functions.count, profile.functions.count + 1);
  const used = new Set(locations.lineFunction);
  assert.deepEqual([...used], [profile.functions.count]);
  assert.equal(functions.startLine[profile.functions.count], 7);
});
