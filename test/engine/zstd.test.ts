import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../src/core/error.ts';
import { MiB } from '../../src/core/formats/limits.ts';
import { zstd } from '../../src/engine/zstd.ts';

/** A frame of known size in one window (0x20), with one block: last (1), of the kind in bits 1 and 2, its size above. */
function frame(content: string, kind: 'raw' | 'repeat' = 'raw'): Uint8Array {
  const bytes = new TextEncoder().encode(content);
  const header = 1 | (kind === 'repeat' ? 2 : 0) | (bytes.length << 3);
  const block = kind === 'repeat' ? bytes.subarray(0, 1) : bytes;
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length, header & 0xff, header >> 8, 0, ...block);
}

async function read(...frames: readonly Uint8Array[]): Promise<string> {
  let text = '';
  const add = (piece: Uint8Array): void => {
    text += Buffer.from(piece).toString('latin1');
  };
  await zstd.pieces(new Uint8Array(Buffer.concat(frames)), add, MiB);
  return text;
}

test('reads raw and repeated blocks, and all frames', async () => {
  assert.ok(zstd.starts(frame('heap')));
  assert.equal(zstd.claim(frame('heap')), 4);
  assert.equal(await read(frame('heap profile')), 'heap profile');
  assert.equal(
    await read(frame('aaaaaaaaaaaaaaaa', 'repeat'), frame('the end of it')),
    `${'a'.repeat(16)}the end of it`,
  );
});

test('what is cut is damaged', async () => {
  const whole = frame('heap profile: 1: 8 [1: 8] @ heap');
  for (const end of [10, 20, whole.length - 1]) {
    await assert.rejects(read(whole.subarray(0, end)), { code: 'gzip' }, `${end} bytes`);
  }
});

test('a window that costs too much is refused with what to do', async () => {
  const window = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 17 << 3, 1, 0, 0);
  await assert.rejects(read(window), {
    code: 'wrongKind',
    message: /window of 128 MiB: decompress it first, `zstd -d/,
  });
});

test('what the taker throws comes out as it is', async () => {
  const full = new ProfileError('overLimit', 'full');
  await assert.rejects(
    zstd.pieces(
      frame('heap profile'),
      () => {
        throw full;
      },
      MiB,
    ),
    error => error === full,
  );
});
