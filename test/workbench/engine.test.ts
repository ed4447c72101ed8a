import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { freePort } from '../setup/codeServer.ts';
import { DiffView } from './diffView.ts';
import { ExtensionHost, faults } from './extensionHost.ts';
import { type Opened, type WindowOptions, windows } from './inWindow.ts';
import type { Window } from './window.ts';

const openWindow = windows();

/** A window with a view of its engines, to which things can happen. */
async function openInspected(
  t: TestContext,
  options: WindowOptions = {},
): Promise<Opened & { readonly host: ExtensionHost }> {
  const port = await freePort();
  const opened = await openWindow(t, { ...options, port });
  const host = await ExtensionHost.attach(port);
  t.after(() => host.end());
  return { ...opened, host };
}

async function compare(window: Window, base = 'heap-1300.pb.gz', current = 'heap-1400.pb.gz'): Promise<void> {
  await window.select(base, current);
  await window.choose(current, 'Compare Heap Profiles');
}

const whole = async (window: Window): Promise<void> => {
  const view = await DiffView.painted(window);
  await view.shows('.files', /base heap-1300\.pb\.gz .* current heap-1400\.pb\.gz/);
  await view.shows('h1', '+365.0 MiB');
};

test('a file that grows while it is decoded is shown as it was, and said to have changed', async t => {
  const { window, workspace, host } = await openInspected(t);
  host.onEngines('decoding', faults.waitsFor(workspace.path('go on')));
  await compare(window);
  await DiffView.busyWith(window, 'Decoding the profiles…');
  appendFileSync(workspace.path('heap-1400.pb.gz'), 'and so on');
  workspace.write('go on', '');
  await whole(window);
  const view = await DiffView.painted(window);
  await view.shows(
    '.banner',
    'heap-1400.pb.gz has changed since it was read. Reload to see the new content.',
  );
  await view.button('Reload').click();
  const failed = await DiffView.failed(window);
  assert.match(await failed.problem(), /^heap-1400\.pb\.gz cannot be decompressed: .*capture it again\.$/);
});
