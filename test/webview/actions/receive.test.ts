import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { receive } from '../../../webview/actions/receive.ts';
import { RequestError } from '../../../webview/state/rpc.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { HeldHost } from './heldHost.ts';

const bytes = profileBytes({ samples: [{ stack: ['main.main@main.go:1'], values: [1e6] }] });
const stopped = /stopped on an error of its own.*Reload/;

suite('what the host says and the protocol does not know', () => {
  test('is reported, and what waits for an answer is settled', async t => {
    const host = new HeldHost();
    t.after(() => host.dispose());
    host.opened(await host.open(bytes.slice(), bytes.slice()));
    await host.answerAll();
    const asked = host.context.rpc.request('swap', {});
    receive(host.context, { type: 'reply', id: host.held[0]?.id, ok: true, result: 'x'.repeat(1e5) });
    await assert.rejects(asked, RequestError);
    assert.match(host.state.trouble?.message ?? '', stopped);
    assert.equal(host.state.screen.kind, 'open');
    const [told] = host.posted.filter(({ type }) => type === 'refused');
    assert.ok(told?.type === 'refused' && told.why.startsWith('result: ') && told.why.length <= 1_000);
  });

  test('stands in place of what was to come', () => {
    const host = new HeldHost();
    receive(host.context, { type: 'progress', phase: 'resting', fraction: 0 });
    const { screen } = host.state;
    assert.match(screen.kind === 'failed' ? screen.problem.message : '', stopped);
    host.dispose();
  });
});
