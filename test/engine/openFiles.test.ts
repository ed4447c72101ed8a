import assert from 'node:assert/strict';
import test from 'node:test';
import { inRole, openFiles } from '../../src/engine/openFiles.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';

const file = (name: string, ...sampleTypes: string[]) => ({
  name,
  bytes: profileBytes({ samples: samplesOf('f 1'), ...(sampleTypes.length > 0 ? { sampleTypes } : {}) }),
});
const damaged = { name: 'x', bytes: Uint8Array.of(1, 2, 3) };

test('files are decoded in turn, then merged', () => {
  const phases: string[] = [];
  const session = openFiles({ files: [file('a'), file('b')], order: 'asGiven' }, (phase, fraction) =>
    phases.push(`${phase} ${fraction}`),
  );
  assert.deepEqual(phases, ['decoding 0', 'decoding 0.5', 'merging 0']);
  assert.equal(session.info().base?.name, 'a');
});

test('an error says which file it is about', () => {
  const open = (files: Parameters<typeof openFiles>[0]['files']) => (): unknown =>
    openFiles({ files, order: 'byTime' }, () => {});
  assert.throws(open([damaged, file('b')]), { name: 'ProfileError', role: 'base' });
  assert.throws(open([file('a'), damaged]), { name: 'ProfileError', role: 'current' });
  assert.throws(open([damaged]), { name: 'ProfileError', role: 'current' });
  assert.throws(open([file('a', 'cpu/ns'), file('b')]), { code: 'noCommonSampleType', role: 'pair' });
});

test('other errors, and roles already known, pass through', () => {
  assert.equal(
    inRole('base', () => 7),
    7,
  );
  const error = new TypeError('a fault');
  assert.throws(
    () =>
      inRole('base', () => {
        throw error;
      }),
    error,
  );
});
