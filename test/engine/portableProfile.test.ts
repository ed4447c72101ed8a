import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { arrived, buffersOf, portable } from '../../src/engine/portableProfile.ts';
import { dumpProfile } from '../fixtures/dumpProfile.ts';
import { fixture } from '../fixtures/fixture.ts';

test('a profile arrives as it was, and its columns are handed over', () => {
  const bytes = new Uint8Array(gunzipSync(fixture('dedupe/heap-1400.pb.gz')));
  const profile = readProfile(bytes);
  const portion = portable(profile);
  const there = arrived(structuredClone(portion, { transfer: buffersOf(portion) }));
  assert.deepEqual(dumpProfile(there), dumpProfile(readProfile(bytes)));
  assert.equal(profile.samples.stack.length, 0);
  const { strings: _, ...rest } = readProfile(bytes);
  const { strings: __, ...restThere } = there;
  assert.deepEqual(restThere, rest);
});
