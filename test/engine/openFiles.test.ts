import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { inRole, openFiles } from '../../src/engine/openFiles.ts';
import { samplesOf } from '../core/answers/lookAt.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { block, bytesOf } from '../fixtures/wireWriter.ts';

const file = (name: string, ...sampleTypes: string[]) => ({
  name,
  bytes: profileBytes({ samples: samplesOf('f 1'), ...(sampleTypes.length > 0 ? { sampleTypes } : {}) }),
});
const damaged = { name: 'x', bytes: Uint8Array.of(1, 2, 3) };

test('files are decoded in turn, then merged', async () => {
  const phases: string[] = [];
  const session = await openFiles(
    { files: [file('a'), file('b')], order: 'asGiven', limits: defaultLimits },
    (phase, fraction) => phases.push(`${phase} ${fraction}`),
  );
  assert.deepEqual(phases, ['decoding 0', 'decoding 0.5', 'merging 0']);
  assert.equal(session.info().base?.name, 'a');
});

test('an error says which file it is about', async () => {
  const open = (files: Parameters<typeof openFiles>[0]['files']) =>
    openFiles({ files, order: 'byTime', limits: { ...defaultLimits, strings: 20 } }, () => {});
  await assert.rejects(open([damaged, file('b')]), { name: 'ProfileError', role: 'base' });
  await assert.rejects(open([file('a'), damaged]), { name: 'ProfileError', role: 'current' });
  const many = bytesOf(...new Array(30).fill(block(6)), block(1));
  await assert.rejects(open([file('a'), { name: 'y', bytes: many }]), {
    code: 'overLimit',
    limit: 'strings',
    role: 'current',
  });
  await assert.rejects(open([damaged]), { name: 'ProfileError', role: 'current' });
  await assert.rejects(open([file('a', 'cpu/ns'), file('b')]), { code: 'noCommonSampleType', role: 'pair' });
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
