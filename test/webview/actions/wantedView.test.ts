import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { granularities } from '../../../src/core/names/granularity.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { receive } from '../../../webview/actions/receive.ts';
import { opening } from '../../../webview/actions/selection.ts';
import { setSuspectsBy, setTab, setWidth, zoomTo } from '../../../webview/actions/views.ts';
import { setOptions, swap } from '../../../webview/actions/wantedView.ts';
import { toSaved } from '../../../webview/state/savedState.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { HeldHost } from './heldHost.ts';
import { base, current } from './narrowPair.ts';

const everything = { ...noFilter, focus: 'main' };
const stale = { message: 'current has changed.', remedies: ['reload'] } as const;

/** A page that has been told of the files, and asks for its first view. */
async function told(t: TestContext, saved: unknown = null): Promise<HeldHost> {
  const host = new HeldHost(saved);
  t.after(() => host.dispose());
  host.opened(await host.open(base.slice(), current.slice()));
  return host;
}

async function opened(t: TestContext): Promise<HeldHost> {
  const host = await told(t);
  await host.answerAll();
  return host;
}

/** The node of a function in the scene on screen. */
function nodeOf({ state }: HeldHost, name: string): number {
  const { scene } = state;
  assert.ok(scene);
  return scene.view.tree.frame.findIndex(frame => scene.names.name(frame) === name);
}

/** Nothing is on its way, and what is on screen is in these options. */
function shows(host: HeldHost, granularity: string): void {
  const { options, overall, wanted, subtree, reading, screen } = host.state;
  assert.deepEqual([wanted, subtree, reading, screen.kind], [null, null, false, 'open']);
  assert.equal(options?.granularity, granularity);
  assert.equal(overall?.view.options.granularity, granularity);
}

suite('what was chosen last is what is shown', () => {
  test('zooming while it is computed waits', async t => {
    const host = await opened(t);
    setOptions(host.context, { granularity: 'lines' });
    zoomTo(host.context, nodeOf(host, 'main.small'));
    assert.equal(host.held.length, 1);
    await host.answerAll();
    shows(host, 'lines');
    // At lines the key is another.
    assert.deepEqual(host.state.zoom, []);
    setOptions(host.context, { filter: everything });
    zoomTo(host.context, nodeOf(host, 'main.small'));
    await host.answerAll();
    shows(host, 'lines');
    assert.deepEqual(host.state.zoom, ['main.main:1', 'main.small:1']);
    assert.notEqual(host.state.scene, host.state.overall, 'the zoom is completed');
  });

  test('a choice while the zoom is completed', async t => {
    const host = await opened(t);
    zoomTo(host.context, nodeOf(host, 'main.small'));
    setOptions(host.context, { filter: everything });
    await host.answerAll();
    assert.equal(host.state.options?.filter, everything);
    assert.deepEqual(host.state.zoom, ['main.main', 'main.small']);
    shows(host, 'functions');
  });

  test('swapping while it is computed', async t => {
    const host = await opened(t);
    setOptions(host.context, { granularity: 'packages' });
    void swap(host.context);
    await host.answerAll();
    shows(host, 'packages');
    assert.equal(host.state.diff?.base?.name, 'current');
  });

  test('a choice while files are turned round', async t => {
    const host = await opened(t);
    void swap(host.context);
    setOptions(host.context, { granularity: 'packages' });
    await host.answerAll();
    shows(host, 'packages');
    assert.equal(host.state.diff?.base?.name, 'current');
  });

  test('a choice before the first view of new files brings their names too', async t => {
    const host = await told(t);
    setOptions(host.context, { granularity: 'files' });
    await host.answerAll();
    shows(host, 'files');
    assert.equal(host.state.diff?.base?.name, 'base');
  });

  test('a choice while a reload reads', async t => {
    const host = await opened(t);
    const { diff } = host.state;
    assert.ok(diff);
    receive(host.context, { type: 'progress', phase: 'reading', fraction: 0 });
    setOptions(host.context, { granularity: 'files' });
    assert.equal(host.held.length, 0);
    assert.equal(toSaved(host.state).options?.granularity, 'files');
    host.opened(diff);
    await host.answerAll();
    shows(host, 'files');
    assert.equal(host.state.trouble, null);
  });

  test('a choice that a reload overtakes', async t => {
    const host = await opened(t);
    const { diff } = host.state;
    assert.ok(diff);
    setOptions(host.context, { granularity: 'files' });
    receive(host.context, { type: 'progress', phase: 'reading', fraction: 0 });
    const [request] = host.held.splice(0);
    const problem = { message: 'The engine has been closed.', remedies: [] };
    receive(host.context, { type: 'reply', id: request?.id ?? 0, ok: false, problem });
    await host.answerAll();
    host.opened(diff);
    await host.answerAll();
    shows(host, 'files');
    assert.equal(host.state.trouble, null);
  });

  test('forty in a row', async t => {
    const host = await opened(t);
    for (let i = 0; i < 40; i++) {
      setOptions(host.context, { granularity: granularities[i % 4] ?? 'functions', normalize: i % 3 === 0 });
    }
    await host.answerAll();
    shows(host, 'packages');
    assert.equal(host.state.options?.normalize, true);
  });
});

test('a file that changes while its view is on its way is said beside the diff', async t => {
  const host = await told(t);
  receive(host.context, { type: 'stale', problem: stale });
  await host.answerAll();
  shows(host, 'functions');
  assert.deepEqual(host.state.stale, stale);
});

test('a choice that cannot be shown leaves what was there, its zoom completed', async t => {
  const host = await opened(t);
  setOptions(host.context, { filter: { ...noFilter, focus: '(' } });
  zoomTo(host.context, nodeOf(host, 'main.small'));
  await host.answerAll();
  shows(host, 'functions');
  assert.match(host.state.trouble?.message ?? '', /\(/);
  assert.equal(host.state.options?.filter.focus, '');
  assert.notEqual(host.state.scene, host.state.overall);
});

test('saved options that cannot be shown give way to the usual ones', async t => {
  const options = { ...inuseSpace, granularity: 'lines', filter: { ...noFilter, focus: '(' } };
  const host = await told(t, { version: 1, options });
  await host.answerAll();
  assert.equal(host.state.screen.kind, 'open');
  assert.match(host.state.trouble?.message ?? '', /\(/);
});

test('a page that loads when all has been read does not speak of reading', async t => {
  const host = await told(t);
  assert.deepEqual(host.state.screen, { kind: 'progress', phase: 'merging', fraction: 0 });
  await host.answerAll();
  assert.equal(host.state.screen.kind, 'open');
});

test('the files are kept before they are read', t => {
  const host = new HeldHost();
  t.after(() => host.dispose());
  receive(host.context, { type: 'files', base: 'file:///b', current: 'file:///a', isOrdered: false });
  receive(host.context, { type: 'progress', phase: 'decoding', fraction: 0.1 });
  const { base: first, current: second, isOrdered } = toSaved(host.state);
  assert.deepEqual([first, second, isOrdered], ['file:///b', 'file:///a', false]);
});

suite('when more is known of the reader’s own code', () => {
  test('suspects stay until they are ranked anew, but not those of another ranking', async t => {
    const host = await opened(t);
    setTab(host.context, 'suspects');
    await host.answerAll();
    const { suspects: before } = host.state;
    assert.ok(before.kind === 'ready' && before.renewing === undefined);
    receive(host.context, { type: 'ownCode' });
    const { suspects: meanwhile } = host.state;
    assert.ok(meanwhile.kind === 'ready' && meanwhile.renewing && meanwhile.value === before.value);
    await host.answerAll();
    const { suspects: after } = host.state;
    assert.ok(after.kind === 'ready' && after.renewing === undefined && after.value !== before.value);
    setSuspectsBy(host.context, 'own');
    assert.equal(host.state.suspects.kind, 'loading');
  });

  test('the headline is said anew, in whatever width by then', async t => {
    const host = await opened(t);
    const before = host.state.headline;
    receive(host.context, { type: 'ownCode' });
    setWidth(host.context, 'growth');
    await host.answerAll();
    assert.notEqual(host.state.headline, before);
  });
});

test('a clicked frame is shown, whatever is on screen when its line is known', async t => {
  const host = await opened(t);
  const show = opening(host.context, nodeOf(host, 'main.main'), 'reveal');
  setOptions(host.context, { granularity: 'packages' });
  await host.answerAll();
  shows(host, 'packages');
  show();
  await new Promise(resolve => setImmediate(resolve));
  const places = host.posted.flatMap(each => (each.type === 'openSource' ? [each.place] : []));
  assert.deepEqual(
    places.map(({ file, line }) => `${file}:${line}`),
    ['main.go:1'],
  );
});
