import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Looks } from '../../src/core/answers/looks.ts';
import type { ExportFormat } from '../../src/core/answers/requests.ts';
import { readProfile } from '../../src/core/formats/readProfile.ts';
import { noFilter } from '../../src/core/stacks/filterFields.ts';
import { exportDiff } from '../../src/engine/exportDiff.ts';
import { heap } from '../core/answers/lookAt.ts';
import { reportOf } from '../core/report/reportOf.ts';
import { inuseSpace } from '../fixtures/viewOptions.ts';

const pair = new Looks([heap('main;a 10', 'main;gone 5'), heap('main;a 40', 'main;b 1')]);

async function exported(looks: Looks, format: ExportFormat, focus = ''): Promise<Uint8Array> {
  const options = { ...inuseSpace, filter: { ...noFilter, focus } };
  return await exportDiff(looks.at(options), options, format, () => reportOf({ options }));
}
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('folded stacks are what is looked at, base before current', async () => {
  assert.equal(text(await exported(pair, 'folded')), 'main;a 10 40\nmain;b 0 1\nmain;gone 5 0\n');
  assert.equal(text(await exported(pair, 'folded', 'gone')), 'main;gone 5 0\n');
});

test('the table is CSV with exact numbers', async () => {
  const [header, first] = text(await exported(pair, 'csv')).split('\r\n');
  assert.match(header ?? '', /^name,file,line,flat base inuse_space \(bytes\),/);
  assert.match(first ?? '', /^a,.*,10,40,30,10,40,30$/);
});

test('a report is Markdown, and says that only part is counted', async () => {
  const whole = text(await exported(pair, 'markdown'));
  assert.match(
    whole,
    /^# .*\n\nBase `a\.pb`, current `b\.pb`\.\nIncrease \+31 B, decrease −5 B\.\n\nNothing grew\.\n/,
  );
  assert.ok(!whole.includes('Only what'));
  assert.match(
    text(await exported(pair, 'markdown', 'a|b')),
    /`b\.pb`\.\nOnly what .*: focus `a\|b`\.\nIncrease /,
  );
});

test('what is saved for pprof opens as the same diff', async () => {
  const bytes = await exported(pair, 'pprof', 'nothing matches');
  assert.ok(gunzipSync(bytes).length > 0);
  const again = new Looks([readProfile(gunzipSync(bytes))]);
  assert.equal(again.comparison.kind, 'labelled');
  assert.equal(text(await exported(again, 'folded')), text(await exported(pair, 'folded')));
});

test('one profile is saved as it is', async () => {
  const alone = new Looks([heap('main;a 10')]);
  const again = new Looks([readProfile(gunzipSync(await exported(alone, 'pprof')))]);
  assert.equal(text(await exported(again, 'folded')), 'main;a 10\n');
});
