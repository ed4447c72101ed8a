import assert from 'node:assert/strict';
import test from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { toolServer } from '../../src/mcp/toolServer.ts';
import { type Surroundings, ToolError } from '../../src/tools/surroundings.ts';

const never = new Promise<never>(() => {});
const nothing = (): never => assert.fail('is not asked');
let begun = 0;

/** A disk on which each file but one takes for ever to read. */
const around: Surroundings = {
  limits: defaultLimits,
  read: path => {
    if (path === 'none.pb') throw new ToolError('none.pb cannot be read.');
    begun += 1;
    return never;
  },
  expand: nothing,
  scripts: { scripts: nothing, sources: nothing, read: nothing },
  own: nothing,
  known: nothing,
  find: nothing,
  source: nothing,
  author: nothing,
  hint: nothing,
  pairEngine: nothing,
  seriesEngine: nothing,
};

test('calls that are cancelled hold up no others, in work or in line', { timeout: 20_000 }, async t => {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const server = toolServer(around, '1');
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([server.connect(far), client.connect(near)]);
  t.after(() => client.close());
  const call = (base: string, signal?: AbortSignal): ReturnType<typeof client.callTool> =>
    client.callTool({ name: 'compare_heap_profiles', arguments: { base, current: 'b.pb' } }, undefined, {
      ...(signal === undefined ? {} : { signal }),
    });
  const cancel = new AbortController();
  const four = [1, 2, 3, 4].map(i => assert.rejects(call(`${i}.pb`, cancel.signal)));
  while (begun < 2) await new Promise(resolve => setImmediate(resolve));
  cancel.abort();
  await Promise.all(four);
  const { isError, content } = await call('none.pb');
  assert.equal(isError, true);
  assert.deepEqual(content, [{ type: 'text', text: 'none.pb cannot be read.' }]);
  assert.equal(begun, 2, 'what waited in line has not begun');
});
