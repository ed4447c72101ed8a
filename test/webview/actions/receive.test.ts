import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { firstLook } from '../../../src/panelState.ts';
import { receive } from '../../../webview/actions/receive.ts';
import { setOptions } from '../../../webview/actions/wantedView.ts';
import { RequestError } from '../../../webview/state/rpc.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { HeldHost } from './heldHost.ts';
import { base, current } from './narrowPair.ts';

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

suite('files that are opened with their first view', () => {
  /** A page with what it saved, told of files and a view of them. */
  async function told(t: TestContext, saved: unknown = null): Promise<[HeldHost, DiffInfo, View]> {
    const host = new HeldHost(saved);
    t.after(() => host.dispose());
    const diff = await host.open(bytes.slice(), bytes.slice());
    const view = await host.view(firstLook(diff));
    host.opened(diff, view);
    await new Promise(resolve => setImmediate(resolve));
    return [host, diff, view];
  }

  test('are on screen without a question, and stay there when they are told again', async t => {
    const [host, diff, view] = await told(t);
    assert.equal(host.state.screen.kind, 'open');
    assert.equal(host.state.overall?.view, view);
    assert.equal(views(host), 0);
    host.openedAgain(diff);
    assert.equal(views(host), 0);
    host.opened(diff);
    assert.equal(views(host), 1);
  });

  test('are asked for as they were looked at before, where that is another way', async t => {
    const options = { sampleType: 'inuse_space', granularity: 'lines', normalize: false, filter: noFilter };
    const [host] = await told(t, { version: 1, options });
    const [asked] = host.held.filter(({ method }) => method === 'view');
    assert.ok(asked?.method === 'view' && asked.params.options.granularity === 'lines');
  });
});

suite('what the host wants seen', () => {
  const place = { name: 'main.small', file: 'small.go', line: 1, startLine: 0 };
  const selected = ({ state: { scene, selected } }: HeldHost): string | undefined =>
    scene?.names.name(scene.view.tree.frame[selected] ?? 0);

  test('while files are read anew is selected in what they hold, not in what is still on screen', async t => {
    const host = new HeldHost();
    t.after(() => host.dispose());
    await host.openWhole(base, current);
    const before = selected(host);
    assert.ok(before !== undefined && before !== place.name);
    receive(host.context, { type: 'progress', phase: 'reading', fraction: 0 });
    receive(host.context, { type: 'reveal', place });
    await host.settled();
    assert.equal(selected(host), before);
    await host.openWhole(base, current);
    assert.equal(selected(host), place.name);
    assert.equal(host.state.toReveal, null);
  });

  test('while another view is wanted is selected in that, or where it is refused in the one that stays', async t => {
    for (const focus of ['main', '(']) {
      const host = new HeldHost();
      t.after(() => host.dispose());
      await host.openWhole(base, current);
      void setOptions(host.context, { filter: { ...noFilter, focus } });
      receive(host.context, { type: 'reveal', place });
      assert.notEqual(selected(host), place.name);
      await host.settled();
      assert.equal(selected(host), place.name);
    }
  });
});

/** How many views are asked for. */
function views(host: HeldHost): number {
  return host.held.filter(({ method }) => method === 'view').length;
}
