import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import test from 'node:test';
import { builtService } from '../fixtures/scripts/builtService.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { toolClient } from './toolClient.ts';

test('an assistant hears of TypeScript, not of the bundle that ran', async t => {
  const { folder, profiles } = builtService(realpathSync(temporaryFolder('service')));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const [base, current] = profiles;
  const { text, isError } = await tools.call('compare_heap_profiles', { base, current });
  assert.equal(isError, false, text);
  assert.match(text, /seen/);
  assert.ok(text.includes('src/dedupe.ts:17'), text);
  assert.ok(!text.includes('dist/server.js'), text);
});
