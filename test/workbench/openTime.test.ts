import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { addPreviewed, openTimes, previewTime, samplePair, type TimedPair } from './clickTime.ts';
import { windows } from './inWindow.ts';
import { dedupe, sharedProfiles } from './workspace.ts';

const openWindow = windows();

/** A flame graph may take so many times what the preview of a Markdown file does. */
const longest = 3;

const pairs: readonly (TimedPair & { readonly folder: string })[] = [
  { ...samplePair, folder: dedupe },
  {
    name: 'etcd',
    folder: join(sharedProfiles, 'etcd'),
    files: ['base.pb', 'current.pb.gz'],
    says: '+633.9 MiB',
  },
  {
    name: 'dd-trace-go',
    folder: join(sharedProfiles, 'dd-trace-go'),
    files: ['stress-failure.before.pprof', 'stress-failure.after.pprof'],
    says: 'Flat',
  },
];

test('the time from the click to the first flame graph', async t => {
  const { window, workspace } = await openWindow(t, { prepare: addPreviewed });
  const preview = await previewTime(window);
  t.diagnostic(`Markdown preview ${preview} ms`);
  for (const { folder, ...pair } of pairs) {
    await t.test(pair.name, { skip: existsSync(folder) ? false : `${folder} is missing` }, async t => {
      for (const file of pair.files) workspace.add(join(folder, file));
      const [first, ...later] = await openTimes(window, pair);
      t.diagnostic(`${pair.name}: ${first} ms for the first time, then ${later.join(' and ')} ms`);
      // What VS Code's own preview of a small text takes in this window, now: a panel is a web page too.
      assert.ok(Math.min(...later) < longest * preview, `${later} ms, the preview ${preview} ms`);
      assert.ok(first < 3 * longest * preview, `${first} ms for the first time, the preview ${preview} ms`);
    });
  }
});
