import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import type { LinkedLook } from '../../../src/protocol.ts';
import { receive } from '../../../webview/actions/receive.ts';
import { noteStep, step } from '../../../webview/actions/steps.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { HeldHost } from './heldHost.ts';
import { base, current } from './narrowPair.ts';

const look: LinkedLook = {
  options: {
    ...inuseSpace,
    granularity: 'lines',
    filter: { ...noFilter, ignore: 'tiny7' },
  },
  width: 'both',
  tab: 'top',
  zoom: ['main.main:1', 'main.nobody:7'],
};

suite('a link to a comparison', () => {
  let host: HeldHost;
  beforeEach(() => {
    host = new HeldHost();
    host.context.store.subscribe(() => noteStep(host.context));
  });
  afterEach(() => host.dispose());

  const follow = (to = look): void => receive(host.context, { type: 'look', look: to });
  /** All is answered, and what follows from the last answer is done. */
  const settled = async (): Promise<void> => {
    do {
      await host.answerAll();
      await new Promise(setImmediate);
    } while (host.held.length > 0);
  };
  const linked = async (): Promise<LinkedLook> => {
    await settled();
    receive(host.context, { type: 'copyLink' });
    const message = host.posted.at(-1);
    assert.ok(message?.type === 'copyLink');
    return message.look;
  };
  const asFarAsItIs = { ...look, zoom: ['main.main:1'] };
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    'before the files are open': async () => {
      follow();
      host.opened(await host.open(base.slice(), current.slice()));
    },
    'before their first view is there': async () => {
      host.opened(await host.open(base.slice(), current.slice()));
      follow();
    },
    'while they are looked at': async () => {
      host.opened(await host.open(base.slice(), current.slice()));
      await settled();
      follow();
    },
  };
  for (const [when, open] of Object.entries(ways)) {
    test(`leads to what was linked, ${when}`, async () => {
      await open();
      assert.deepEqual(await linked(), asFarAsItIs);
    });
  }

  test('is a step that can be taken back', async () => {
    host.opened(await host.open(base.slice(), current.slice()));
    const before = await linked();
    follow();
    await linked();
    step(host.context, 'back');
    assert.deepEqual(await linked(), before);
  });

  test('that names only the files shows them as they are shown first', async () => {
    host.opened(await host.open(base.slice(), current.slice()));
    const first = await linked();
    host.dispose();
    host = new HeldHost();
    const files = {
      options: { ...inuseSpace, sampleType: '' },
      width: 'change',
      tab: 'flame',
      zoom: [],
    } as const;
    follow(files);
    host.opened(await host.open(base.slice(), current.slice()));
    assert.deepEqual(await linked(), first);
  });

  test('with a sample type that the files do not have shows them in theirs', async () => {
    follow({ ...look, options: { ...look.options, sampleType: 'goroutines' } });
    host.opened(await host.open(base.slice(), current.slice()));
    assert.equal((await linked()).options.sampleType, 'inuse_space');
  });
});
