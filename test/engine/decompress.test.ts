import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { decompressed, unpacked } from '../../src/engine/decompress.ts';
import { block, bytesOf } from '../fixtures/wireWriter.ts';

const MiB = 1 << 20;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const zipped = (content: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(content));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
/** A file that holds so many MiB of a field that nobody knows: no text, and nothing to count. */
const blank = (mebibytes: number): Uint8Array =>
  joined(
    bytesOf(block(6)),
    Uint8Array.of(0xfa, 0x01, 0x80, 0x80, 0x80, 0x80, 0x02),
    new Uint8Array(mebibytes * MiB),
  );

test('what is not compressed stays as it is', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  assert.equal(await decompressed(bytes, defaultLimits), bytes);
});

test('all members are inflated, whatever size the last one claims', async () => {
  const content = 'heap '.repeat(50_000);
  assert.equal(
    text(await decompressed(joined(zipped(content), zipped('end')), defaultLimits)),
    `${content}end`,
  );
  assert.equal(
    text(await decompressed(joined(zipped('start '), zipped(content)), defaultLimits)),
    `start ${content}`,
  );
  assert.equal((await decompressed(zipped(''), defaultLimits)).length, 0);
});

test('a file that unfolds far beyond its size is measured first, and comes out whole', async () => {
  const content = blank(70);
  const inflated = await decompressed(zipped(content), defaultLimits);
  assert.ok(Buffer.from(inflated).equals(content));
});

test("what a file claims rightly comes in one piece, of which there is no copy and no view of Node's own", async () => {
  for (const size of [3 * MiB, 100]) {
    const content = await decompressed(zipped(blank(3).subarray(0, size)), defaultLimits);
    assert.equal(content.length, size);
    assert.equal(Object.getPrototypeOf(content), Uint8Array.prototype);
    assert.equal(content.slice(0, 1).buffer.byteLength, 1);
    if (size > MiB) assert.equal(content.buffer.byteLength, size + 1);
  }
});

test('a file that is needed no more is given up once it is decompressed, but not one that is what it holds', {
  skip: 'transfer' in ArrayBuffer.prototype ? false : 'this Node cannot',
}, async () => {
  const noise = randomBytes(2 * MiB);
  const file = zipped(noise);
  assert.ok(Buffer.from(await unpacked(file, defaultLimits)).equals(noise));
  assert.equal(file.length, 0);
  const plain = new Uint8Array(2 * MiB);
  assert.equal(await unpacked(plain, defaultLimits), plain);
  assert.equal(plain.length, 2 * MiB);
});

test('the limit holds, for what is claimed and for what is not', async () => {
  const limits = { ...defaultLimits, inflatedMiB: 2 };
  const refused = { name: 'ProfileError', code: 'overLimit', limit: 'inflatedMiB' };
  await assert.rejects(decompressed(zipped(blank(2)), limits), refused);
  await assert.rejects(decompressed(joined(zipped(blank(2)), zipped('end')), limits), refused);
  assert.equal((await decompressed(zipped(blank(1)), limits)).length, blank(1).length);
});

test('a claim to be huge costs nothing, and is no reason to refuse', async () => {
  const liar = zipped('small');
  liar.fill(0xff, liar.length - 4);
  await assert.rejects(decompressed(liar, defaultLimits), {
    code: 'gzip',
    message: /incorrect length check/,
  });
});

test('a cut or damaged stream is an error of the file', async () => {
  const cut = zipped('heap '.repeat(50_000)).subarray(0, 100);
  await assert.rejects(decompressed(cut, defaultLimits), { code: 'gzip', message: /unexpected end/ });
  await assert.rejects(decompressed(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), defaultLimits), { code: 'gzip' });
});

test('what stands behind lines of text is found, and what is compressed twice comes out', async () => {
  const header = new TextEncoder().encode('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
  assert.equal(text(await decompressed(joined(header, zipped('heap')), defaultLimits)), 'heap');
  assert.equal(text(await decompressed(zipped(zipped('heap')), defaultLimits)), 'heap');
  const plain = joined(header, Uint8Array.of(1, 2));
  assert.equal(await decompressed(plain, defaultLimits), plain);
});

test('zstd and LZ4 are read under the same limit', async () => {
  const stored = Uint8Array.of(
    0x04,
    0x22,
    0x4d,
    0x18,
    0x40,
    0x40,
    0,
    4,
    0,
    0,
    0x80,
    0x68,
    0x65,
    0x61,
    0x70,
    0,
    0,
    0,
    0,
  );
  assert.equal(text(await decompressed(stored, defaultLimits)), 'heap');
  const packed = new Uint8Array(zstdCompressSync(blank(2)));
  assert.ok(Buffer.from(await decompressed(packed, defaultLimits)).equals(blank(2)));
  await assert.rejects(decompressed(packed, { ...defaultLimits, inflatedMiB: 2 }), { code: 'overLimit' });
});
