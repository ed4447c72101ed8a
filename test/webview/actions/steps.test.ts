import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { noteStep, step } from '../../../webview/actions/steps.ts';
import { selectInSight, setTab, setWidth, zoomTo } from '../../../webview/actions/views.ts';
import { setOptions } from '../../../webview/actions/wantedView.ts';
import { frameOf } from '../../../webview/state/scene.ts';
import { HeldHost } from './heldHost.ts';
import { base, current } from './narrowPair.ts';

async function opened(t: TestContext): Promise<HeldHost> {
  const host = new HeldHost();
  t.after(() => host.dispose());
  t.after(host.context.store.subscribe(() => noteStep(host.context)));
  await host.openWhole(base, current);
  return host;
}

/** The name of a node of the scene on screen. */
function nameOf({ state: { scene } }: HeldHost, node: number): string {
  assert.ok(scene);
  return scene.names.name(frameOf(scene, node));
}

function nodeOf(host: HeldHost, name: string): number {
  const { scene } = host.state;
  assert.ok(scene);
  return scene.view.tree.frame.findIndex((_, node) => nameOf(host, node) === name);
}

/** Tab, width, granularity, focus, zoomed and selected frame. */
function seen(host: HeldHost): string {
  const { tab, width, options, zoomed, selected, wanted } = host.state;
  assert.equal(wanted, null);
  const filter = options?.filter.focus === '' ? '' : ` focus ${options?.filter.focus}`;
  return `${tab} ${width} ${options?.granularity}${filter}: ${nameOf(host, zoomed)} › ${nameOf(host, selected)}`;
}

suite('undo and redo of the view', () => {
  test('tab, width, zoom, selection and filter come back one by one, and are there again', async t => {
    const host = await opened(t);
    const { context } = host;
    const views = [seen(host)];
    const changes = [
      () => setTab(context, 'top'),
      () => setWidth(context, 'both'),
      () => setTab(context, 'flame'),
      () => zoomTo(context, nodeOf(host, 'main.small')),
      () => selectInSight(context, nodeOf(host, 'main.tiny59')),
      () => setOptions(context, { filter: { ...noFilter, focus: 'small' } }),
    ];
    for (const change of changes) {
      change();
      await host.settled();
      views.push(seen(host));
    }
    assert.equal(views[5], 'flame both functions: main.small › main.tiny59');
    const walk = async (by: 'back' | 'forward', expected: readonly string[]): Promise<void> => {
      for (const view of expected) {
        assert.ok(step(context, by));
        await host.settled();
        assert.equal(seen(host), view);
      }
      assert.equal(step(context, by), false);
    };
    await walk('back', views.slice(0, -1).reverse());
    await walk('forward', views.slice(1));
  });

  test('a filter that is not there yet is taken back, and its answer changes nothing', async t => {
    const host = await opened(t);
    const before = seen(host);
    setOptions(host.context, { filter: { ...noFilter, focus: 'small' } });
    assert.ok(step(host.context, 'back'));
    await host.settled();
    assert.equal(seen(host), before);
    assert.equal(step(host.context, 'back'), false);
  });

  test('two steps back at once, the first still asked for', async t => {
    const host = await opened(t);
    const before = seen(host);
    for (const focus of ['small', 'large']) {
      setOptions(host.context, { filter: { ...noFilter, focus } });
      await host.settled();
    }
    assert.ok(step(host.context, 'back'));
    assert.ok(step(host.context, 'back'));
    await host.settled();
    assert.equal(seen(host), before);
    assert.ok(step(host.context, 'forward'));
    await host.settled();
    assert.match(seen(host), /focus small/);
  });
});
