import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { MiB } from '../../src/core/formats/limits.ts';
import { lz4 } from '../../src/engine/lz4.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const uint32 = (value: number): number[] => [...new Uint8Array(Uint32Array.of(value).buffer)];

/** A frame of blocks of 64 KiB; `stored` ones are not compressed. */
function frame(
  blocks: readonly { readonly stored?: boolean; readonly bytes: readonly number[] }[],
  flags = 0x40,
): number[] {
  const header = [...uint32(0x184d2204), flags, 0x40, ...(flags & 8 ? [...uint32(7), ...uint32(0)] : []), 0];
  const written = blocks.flatMap(({ stored, bytes }) => [
    ...uint32(bytes.length + (stored === true ? 2 ** 31 : 0)),
    ...bytes,
    ...(flags & 0x10 ? [0, 0, 0, 0] : []),
  ]);
  return [...header, ...written, ...uint32(0), ...(flags & 4 ? [0, 0, 0, 0] : [])];
}

async function read(bytes: readonly number[] | Uint8Array): Promise<string> {
  let text = '';
  const add = (piece: Uint8Array): void => {
    text += Buffer.from(piece).toString('latin1');
  };
  await lz4.pieces(Uint8Array.from(bytes), add, MiB);
  return text;
}

/** Literals `abcd`, then 10 bytes from 4 back, then literals `xyz12` alone. */
const compressed = [0x46, ...utf8('abcd'), 4, 0, 0x50, ...utf8('xyz12')];
const expected = 'abcdabcdabcdabxyz12';

test('reads literals, matches that repeat themselves, and stored blocks', async () => {
  assert.ok(lz4.starts(Uint8Array.from(frame([]))));
  assert.equal(await read(frame([{ bytes: compressed }])), expected);
  assert.equal(
    await read(frame([{ stored: true, bytes: utf8('heap') }, { bytes: compressed }])),
    `heap${expected}`,
  );
});

test('a block may reach back into those before it', async () => {
  // From 14 bytes back: `bcda`.
  const back = [0x00, 14, 0, 0x50, ...utf8('.....')];
  assert.equal(await read(frame([{ bytes: compressed }, { bytes: back }])), `${expected}bcda.....`);
});

test('checksums, a size, skippable frames and several frames are stepped over', async () => {
  const skipped = [...uint32(0x184d2a53), ...uint32(3), 1, 2, 3];
  for (const flags of [0x50, 0x44, 0x48, 0x5c]) {
    const bytes = frame([{ bytes: compressed }], flags);
    assert.equal(await read([...bytes, ...skipped, ...bytes]), expected + expected, flags.toString(16));
  }
  assert.equal(lz4.claim(Uint8Array.from(frame([], 0x48))), 7);
  assert.equal(lz4.claim(Uint8Array.from(frame([]))), 0);
});

test('long lengths are sums of bytes', async () => {
  const literals = [0xf0, 255, 255, 30, ...utf8('a'.repeat(555))];
  assert.equal(await read(frame([{ bytes: literals }])), 'a'.repeat(555));
  const match = [0x1f, ...utf8('a'), 1, 0, 255, 5, 0x50, ...utf8('bbbbb')];
  assert.equal(await read(frame([{ bytes: match }])), `${'a'.repeat(1 + 4 + 15 + 260)}bbbbb`);
});

test('what is cut or reaches out of its bounds is damaged, never read past the end', async () => {
  const whole = frame([{ bytes: compressed }]);
  for (let end = 7; end < whole.length; end++) {
    await assert.rejects(read(whole.slice(0, end)), { code: 'gzip' }, `${end} bytes`);
  }
  for (const bytes of [
    frame([{ bytes: [0x10, 0x61, 2, 0] }]), // a match from before the start
    frame([{ bytes: [0x10, 0x61, 0, 0] }]), // from itself
    frame([{ bytes: [0x1f, 0x61, 1, 0, ...Array<number>(300).fill(255), 0] }]), // more than a block may hold
    frame([{ bytes: [0xf0, 255] }]), // a length without its end
    frame([], 0x80), // of another version
  ]) {
    await assert.rejects(read(bytes), { code: 'gzip' });
  }
});

function hasLz4(): boolean {
  try {
    execFileSync('lz4', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('reads what the lz4 program writes, blocks linked or not', {
  skip: !hasLz4() && 'there is no lz4',
}, async () => {
  const words = ['heap', 'cache', 'put', 'alloc', '\n'];
  const text = Array.from({ length: 300_000 }, (_, i) => words[(i * i + (i >> 3)) % words.length]).join(' ');
  for (const options of [['-1'], ['-9', '-BD'], ['-B4', '--content-size'], ['-BX', '--no-frame-crc']]) {
    const packed = execFileSync('lz4', [...options, '-c'], { input: text, maxBuffer: 1 << 26 });
    assert.equal(await read(packed), text, options.join(' '));
  }
});
