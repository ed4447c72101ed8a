import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { UnwrittenFile, type WritableFiles, writeBeside } from '../../../src/host/files/writeBeside.ts';
import { noSmallDisk, onSmallDisk } from '../../fixtures/smallDisk.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('save');

/** Writes as VS Code does: once, without a look at how much was taken. */
const files: WritableFiles<string> = {
  writeFile: async (path, bytes) => {
    const file = await open(path, 'w');
    try {
      await file.write(bytes);
    } finally {
      await file.close();
    }
  },
  stat,
  rename: (from, to) => rename(from, to),
  delete: path => rm(path),
};

const save = (target: string, bytes: Uint8Array): Promise<void> =>
  writeBeside(files, target, `${target}.tmp-1`, 'out.csv', bytes);

test('a file is written, and written over, with nothing left beside it', async () => {
  const at = join(folder, 'plain');
  mkdirSync(at);
  for (const text of ['first', 'second, longer', '']) {
    await save(join(at, 'out.csv'), Buffer.from(text));
    assert.equal(readFileSync(join(at, 'out.csv'), 'utf8'), text);
    assert.deepEqual(readdirSync(at), ['out.csv']);
  }
});

test('on a full disk the old file stays, and the sentence says so', { skip: noSmallDisk }, () =>
  onSmallDisk(join(folder, 'full'), async at => {
    writeFileSync(join(at, 'out.csv'), 'x'.repeat(1_100));
    writeFileSync(join(at, 'filler'), new Uint8Array(56 * 1024));
    await assert.rejects(save(join(at, 'out.csv'), new Uint8Array(5_417)), {
      name: 'UnwrittenFile',
      message: 'out.csv could not be saved: the disk is full. The old file is untouched.',
    });
    assert.equal(readFileSync(join(at, 'out.csv'), 'utf8'), 'x'.repeat(1_100));
    assert.deepEqual(readdirSync(at).sort(), ['filler', 'out.csv']);
  }),
);

test('on a read-only file system the sentence says so', { skip: noSmallDisk }, () =>
  onSmallDisk(join(folder, 'readOnly'), async at => {
    writeFileSync(join(at, 'out.csv'), 'old');
    execFileSync('mount', ['-o', 'remount,ro', at]);
    await assert.rejects(save(join(at, 'out.csv'), new Uint8Array(9)), {
      message: 'out.csv could not be saved: the file system is read-only. The old file is untouched.',
    });
    assert.equal(readFileSync(join(at, 'out.csv'), 'utf8'), 'old');
  }),
);

for (const [said, reason] of [
  ['EACCES: permission denied', 'permission denied'],
  ['ENOENT: no such file or directory', 'its folder is not there'],
  ['EDQUOT: quota exceeded', 'the disk is full'],
  ['something else', 'the log has the details'],
] as const) {
  test(`"${said}" is "${reason}"`, async () => {
    const cause = new Error(said);
    const refusing = { ...files, writeFile: () => Promise.reject(cause) };
    const target = join(folder, 'new.csv');
    await assert.rejects(
      writeBeside(refusing, target, `${target}.tmp`, 'new.csv', new Uint8Array(1)),
      (error: unknown) => {
        assert.ok(error instanceof UnwrittenFile);
        assert.equal(error.message, `new.csv could not be saved: ${reason}. Nothing was written.`);
        assert.equal(error.cause, cause);
        return true;
      },
    );
  });
}
