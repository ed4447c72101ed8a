import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { profileBytes } from '../fixtures/buildProfile.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { toolClient } from './toolClient.ts';

test('an assistant is told how many goroutines have leaked, where the folder’s notes say so', async t => {
  const folder = realpathSync(temporaryFolder('leaks'));
  const files = ['one.pb', 'two.pb'].map((name, i) => {
    const samples = [{ stack: ['main.main', 'main.wait'], values: [1 + i * 5_000_000] }];
    writeFileSync(
      join(folder, name),
      profileBytes({ samples, timeNanos: 1_795_000_000_000_000_000n + BigInt(i) * 3_600_000_000_000n }),
    );
    return join(folder, name);
  });
  const captures = [{ file: 'two.pb', leakedGoroutines: 1 }];
  writeFileSync(join(folder, 'heap-series.json'), JSON.stringify({ version: 1, captures }));
  const tools = await toolClient(folder);
  t.after(tools.close);
  const [base = '', current = ''] = files;
  const said = /^> One goroutine has leaked: nothing can wake it any more/m;
  // The files are put in the order of their times.
  assert.match((await tools.call('compare_heap_profiles', { base: current, current: base })).text, said);
  assert.match((await tools.call('check_evidence', { files })).text, said);
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  const alone = join(elsewhere, 'two.pb');
  writeFileSync(alone, profileBytes({ samples: [{ stack: ['main.main'], values: [9] }] }));
  assert.doesNotMatch((await tools.call('compare_heap_profiles', { base, current: alone })).text, /leaked/);
});

test('a folder of goroutine profiles alone is a series of them', async t => {
  const folder = realpathSync(temporaryFolder('goroutinesAlone'));
  const samples = [{ stack: ['main.main', 'main.wait'], values: [3] }];
  for (const name of ['goroutine-1.pb', 'goroutine-2.pb']) {
    writeFileSync(join(folder, name), profileBytes({ samples }));
  }
  const tools = await toolClient(folder);
  t.after(tools.close);
  assert.match((await tools.call('heap_over_time', { files: ['.'] })).text, /goroutine-2\.pb/);
});
