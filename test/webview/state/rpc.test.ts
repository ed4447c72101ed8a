import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import type { ToHost } from '../../../src/protocol.ts';
import { RequestError, Rpc } from '../../../webview/state/rpc.ts';

const problem = { message: 'no such frame', remedies: [] };
const info = (name: string): DiffInfo => ({
  base: null,
  current: { name, format: 'proto', timeMs: null, durationMs: 0, samples: 0 },
  reordered: false,
  sampleTypes: [],
  defaultSampleType: '',
  notices: [],
});

function connected(): { rpc: Rpc; posted: ToHost[] } {
  const posted: ToHost[] = [];
  return { rpc: new Rpc(message => posted.push(message)), posted };
}

test('replies find their requests by id, in any order', async () => {
  const { rpc, posted } = connected();
  const first = rpc.request('swap', {});
  const second = rpc.request('swap', {});
  assert.deepEqual(posted, [
    { type: 'request', id: 1, method: 'swap', params: {} },
    { type: 'request', id: 2, method: 'swap', params: {} },
  ]);
  rpc.receive({ type: 'reply', id: 2, ok: true, result: info('second') });
  rpc.receive({ type: 'reply', id: 1, ok: true, result: info('first') });
  assert.deepEqual([(await first).current.name, (await second).current.name], ['first', 'second']);
});

test('a refused request rejects with its problem', async () => {
  const { rpc } = connected();
  const asked = rpc.request('swap', {});
  rpc.receive({ type: 'reply', id: 1, ok: false, problem });
  await assert.rejects(asked, new RequestError(problem));
});

test('when no answer can come, every open request is settled', async () => {
  const { rpc } = connected();
  const asked = [rpc.request('swap', {}), rpc.request('swap', {})];
  rpc.abandon(problem);
  const settled = await Promise.allSettled(asked);
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  rpc.receive({ type: 'reply', id: 1, ok: true, result: info('late') });
});
