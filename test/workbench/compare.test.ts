import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { DiffView } from './diffView.ts';
import { oneWindow } from './inWindow.ts';
import { asksForTwo, comparesWithBase, showsWhatGrew } from './stories.ts';
import { type Theme, themes, type Workspace } from './workspace.ts';

const openWindow = oneWindow();

const stack = [{ stack: ['main.main@main.go:1'], values: [1, 2] }];

/** A file to compare with heap-1400.pb.gz, and what the panel then says. */
const badFiles: readonly {
  file: string;
  bytes: (workspace: Workspace) => string | Uint8Array;
  says: RegExp;
}[] = [
  {
    file: 'heap-text.pb.gz',
    bytes: () => 'this is not a profile',
    says: /^heap-text\.pb\.gz is not a heap profile in a known format .*Choose/,
  },
  {
    file: 'heap-empty.pb.gz',
    bytes: () => '',
    says: /^heap-empty\.pb\.gz is empty: .*Capture it again\.$/,
  },
  {
    file: 'heap-cut.pb.gz',
    bytes: workspace => readFileSync(workspace.path('heap-1300.pb.gz')).subarray(0, 2000),
    says: /^heap-cut\.pb\.gz cannot be decompressed: .*capture it again\.$/,
  },
  {
    file: 'cpu.pb',
    bytes: () => profileBytes({ sampleTypes: ['samples/count', 'cpu/nanoseconds'], samples: stack }),
    says: /^cpu\.pb and heap-1400\.pb\.gz have no sample type in common: .*Choose two profiles of the same kind\.$/,
  },
];

for (const theme of Object.keys(themes) as Theme[]) {
  test(`two selected profiles show what grew, in ${theme}`, async t => {
    const { window } = await openWindow(t, { theme });
    await showsWhatGrew(window);
    await window.screenshot(`diff ${theme}`);
  });
}

test('a base selected first is compared with another file, and swapped', async t => {
  const { window } = await openWindow(t);
  await comparesWithBase(window);
});

test('the palette asks for two files', async t => {
  const { window } = await openWindow(t);
  await asksForTwo(window);
});

for (const { file, bytes, says } of badFiles) {
  test(`${file} beside a heap profile gets one clear sentence`, async t => {
    const { window } = await openWindow(t, { prepare: workspace => workspace.write(file, bytes(workspace)) });
    await window.choose(file, 'Select as Heap Diff Base');
    await window.choose('heap-1400.pb.gz', 'Compare with Heap Diff Base');
    const view = await DiffView.failed(window);
    assert.match(await view.problem(), says);
    assert.ok(await view.button('Show Log').isVisible());
  });
}
