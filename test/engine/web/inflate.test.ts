import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { MiB } from '../../../src/core/formats/limits.ts';
import { gzip } from '../../../src/engine/gzip.ts';
import { inflate as inflateInNode } from '../../../src/engine/node/inflate.ts';
import { gzipped } from '../../../src/engine/web/gzipped.ts';
import { inflate as inflateInBrowser } from '../../../src/engine/web/inflate.ts';
import { noRealProfiles } from '../../fixtures/realProfiles.ts';
import { root } from '../../setup/run.ts';

type Inflate = typeof inflateInNode;

/** What comes out, or what was wrong. */
async function outcome(inflate: Inflate, bytes: Uint8Array): Promise<Buffer | string> {
  const pieces: Uint8Array[] = [];
  try {
    const add = (piece: Uint8Array): void => {
      assert.ok(piece.length <= MiB);
      pieces.push(new Uint8Array(piece));
    };
    await inflate(bytes, add, MiB);
    return Buffer.concat(pieces);
  } catch (error) {
    return String(error);
  }
}

async function assertSame(bytes: Uint8Array, what: string): Promise<Buffer | string> {
  const [expected, found] = await Promise.all([
    outcome(inflateInNode, bytes),
    outcome(inflateInBrowser, bytes),
  ]);
  if (typeof expected === 'string' || typeof found === 'string') assert.equal(found, expected, what);
  else assert.ok(expected.equals(found), `${what}: ${found.length} bytes, not ${expected.length}`);
  return found;
}

const one = gzipSync('heap '.repeat(500_000));
const two = gzipSync('end');
const nothing = gzipSync('');

/** One bit of a file is another. */
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test('members, what is behind them and what is cut off come out as from Node’s zlib', async () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'one member': one,
    'several members': Buffer.concat([two, one, nothing, two]),
    'nothing in it': nothing,
    'zeros behind it': Buffer.concat([one, new Uint8Array(512)]),
    'zeros and a member': Buffer.concat([one, new Uint8Array(4), two]),
    'something else behind it': Buffer.concat([one, Buffer.from('not a member')]),
    'cut off in the second member': Buffer.concat([one, two.subarray(0, 12)]),
    'another sum': flipped(one, one.length - 6),
    'another length': flipped(one, one.length - 1),
    'another block': flipped(one, 12),
  };
  for (const [what, bytes] of Object.entries(files)) await assertSame(bytes, what);
  for (let length = 2; length < two.length; length++) {
    const found = await assertSame(two.subarray(0, length), `${length} bytes of ${two.length}`);
    assert.match(String(found), /unexpected end of file/);
  }
  for (let at = 2; at < two.length; at++) await assertSame(flipped(two, at), `bit of byte ${at}`);
});

test('real files come out as from Node’s zlib', { skip: noRealProfiles }, async () => {
  const patterns = ['test/fixtures/**/*.gz', '../shared/profiles/**/*', '../shared/cases/**/*'];
  const files = patterns.flatMap(pattern => globSync(pattern, { cwd: root, withFileTypes: true }));
  let compared = 0;
  for (const file of files.filter(each => each.isFile())) {
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    // Bombs take their time, and are no other case.
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || gzip.claim(bytes) > 32 * MiB) continue;
    await assertSame(bytes, path);
    compared++;
  }
  assert.ok(compared > 20, `${compared} files`);
});

test('a bomb ends with the first piece that is refused', async () => {
  const bomb = gzipSync(new Uint8Array(64 * MiB));
  let pieces = 0;
  const refused = new Error('too much');
  await assert.rejects(
    inflateInBrowser(
      bomb,
      () => {
        pieces++;
        throw refused;
      },
      MiB,
    ),
    refused,
  );
  assert.equal(pieces, 1);
});

test('what is written is read again, and an error of the pieces is passed on', async () => {
  const pieces = Array.from({ length: 40 }, (_, i) => new Uint8Array(10_000).fill(i));
  const file = await gzipped(pieces);
  assert.ok(gunzipSync(file).equals(Buffer.concat(pieces)));
  const broken = function* (): Generator<Uint8Array> {
    yield new Uint8Array(3);
    throw new Error('no more');
  };
  await assert.rejects(gzipped(broken()), /no more/);
});
