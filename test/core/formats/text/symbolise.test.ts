import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { readJemalloc } from '../../../../src/core/formats/text/jemalloc.ts';
import { symbolised } from '../../../../src/core/formats/text/symbolise.ts';
import { checkProfile } from '../../../fixtures/checkProfile.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';

const dump = ['heap_v2/1', '@ 0x1000 0x2000 0x3000', '  t*: 1: 8 [0: 0]'].join('\n');

test('a symbol is that of a call, or of the address it returns to; inlined functions share a location', () => {
  const profile = readJemalloc(new TextEncoder().encode(dump));
  const symbols = new Map([
    [0x1000n, ['put']],
    [0x1fffn, ['start', 'main']],
  ]);
  const named = symbolised(profile, symbols, defaultLimits);
  checkProfile(named);
  assert.deepEqual(dumpProfile(named).slice(1), ['0x2fff;start>main;put 1 8 bytes:8']);
  assert.deepEqual(dumpProfile(profile).slice(1), ['0x2fff;0x1fff;0xfff 1 8 bytes:8']);
});

test('what has names keeps them, and limits hold', () => {
  const profile = readJemalloc(new TextEncoder().encode(dump));
  const named = symbolised(profile, new Map([[0x1000n, ['put']]]), defaultLimits);
  const again = symbolised(
    named,
    new Map([
      [0x1000n, ['other']],
      [0x2000n, ['main']],
    ]),
    defaultLimits,
  );
  checkProfile(again);
  assert.deepEqual(dumpProfile(again).slice(1), ['0x2fff;main;put 1 8 bytes:8']);
  const many = new Map([[0x1000n, ['a', 'b', 'c', 'd']]]);
  assert.throws(() => symbolised(profile, many, { ...defaultLimits, locations: 2 }), { code: 'overLimit' });
});
