import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { speak } from '../../src/core/language.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { samplesOf } from './answers/lookAt.ts';

/** What is said of two copies of one profile by a thread that was started now. */
async function said(): Promise<readonly string[]> {
  const client = new EngineClient(engineScript, () => {});
  try {
    const files = ['a', 'b'].map(name => ({ name, bytes: profileBytes({ samples: samplesOf('f 1') }) }));
    const { notices } = await client.open({ files, order: 'asGiven', limits: defaultLimits });
    return notices.map(({ text }) => text);
  } finally {
    client.dispose();
  }
}

test('a thread speaks the language of whoever has started it, and English where that has no words', async () => {
  const english = 'Both files hold the same profile.';
  assert.deepEqual(await said(), [english]);
  speak({ tag: 'de', messages: { [english]: 'Zweimal dasselbe.' } });
  assert.deepEqual(await said(), ['Zweimal dasselbe.']);
  speak({ tag: 'de', messages: { 'Something else.': 'Etwas anderes.' } });
  assert.deepEqual(await said(), [english]);
  speak(null);
  assert.deepEqual(await said(), [english]);
});
