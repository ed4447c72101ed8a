import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOnFrame } from '../../../webview/actions/frameMenu.ts';
import { setOptions } from '../../../webview/actions/wantedView.ts';
import { frameOf } from '../../../webview/state/scene.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { HeldHost } from './heldHost.ts';

const build = (hash: string, value: number): Uint8Array =>
  profileBytes({
    samples: [
      { stack: ['main@m.rs:1', `put::h${hash}@/proc/self/cwd/lib/./p.rs:2`, 'grow@g.rs:3'], values: [value] },
      { stack: ['main@m.rs:1', 'other@o.rs:4'], values: [value] },
    ],
  });

test('the menu of a frame filters by what the files call it, and has pprof find it by that', async context => {
  const host = new HeldHost();
  context.after(() => host.dispose());
  await host.openWhole(build('0123456789abcdef', 1), build('fedcba9876543210', 8));
  const names = (): readonly string[] => {
    const { scene } = host.state;
    assert.ok(scene !== null);
    return [...scene.layout.tree.columns.frame.keys()].map(node => scene.names.name(frameOf(scene, node)));
  };
  const act = async (action: 'focusOn' | 'hide' | 'copyPprof', name: string): Promise<void> => {
    host.context.store.update({ selected: names().indexOf(name) });
    actOnFrame(host.context, action);
    await host.settled();
  };
  assert.deepEqual(names().toSorted(), ['all', 'grow', 'main', 'other', 'put']);
  await act('copyPprof', 'put');
  const copied = host.posted.at(-1);
  assert.ok(copied?.type === 'copy');
  assert.match(copied.text, /'-peek=\^\(\?:put::h0123456789abcdef\|put::hfedcba9876543210\)\( \|\$\)'/);
  await act('focusOn', 'put');
  assert.deepEqual(names().toSorted(), ['all', 'grow', 'main', 'put']);
  await act('hide', 'put');
  assert.deepEqual(names().toSorted(), ['all', 'grow', 'main']);

  void setOptions(host.context, { ...inuseSpace, granularity: 'files' });
  await host.settled();
  await act('hide', 'lib/p.rs');
  assert.equal(host.state.options?.filter.hide, '^/proc/self/cwd/lib/\\./p\\.rs$');
  assert.deepEqual(names().toSorted(), ['all', 'g.rs', 'm.rs', 'o.rs']);
});
