import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileUpTo } from '../../src/disk/fileUpTo.ts';

test('a file is read up to a size; what is larger, a folder or not there is none', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'heap-diff-bytes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.js');
  writeFileSync(file, 'abc');
  assert.equal(String.fromCharCode(...((await fileUpTo(file, 3)) ?? [])), 'abc');
  assert.equal(await fileUpTo(file, 2), null);
  assert.equal(await fileUpTo(folder, 1 << 20), null);
  assert.equal(await fileUpTo(join(folder, 'b.js'), 3), null);
});
