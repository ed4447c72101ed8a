import assert from 'node:assert/strict';
import test from 'node:test';
import { createGzip } from 'node:zlib';
import { ProfileError } from '../../src/core/error.ts';
import { errorSentence } from '../../src/core/errorSentence.ts';
import { defaultLimits } from '../../src/core/formats/limits.ts';
import { EngineClient } from '../../src/engine/client.ts';
import { cpuTime } from '../fixtures/cpuTime.ts';
import { engineScript } from '../fixtures/engineScript.ts';
import { noPeak, watchPeak } from '../fixtures/peakMemory.ts';
import { block, bytesOf, int, packed } from '../fixtures/wireWriter.ts';

const MiB = 1 << 20;
/** Three times what is promised, of what all threads compute. */
const longest = 6000;
const mostMemory = 300 * MiB;

/** A gzip file of a head and then one thing over and over, up to a size. */
async function bomb(head: Uint8Array | string, unit: Uint8Array | string, size: number): Promise<Uint8Array> {
  const once = Buffer.from(unit);
  const piece = Buffer.concat(new Array(Math.ceil(MiB / once.length)).fill(once));
  const gzip = createGzip({ level: 1 });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  gzip.write(head);
  for (let left = size; left > 0; left -= piece.length) {
    if (!gzip.write(piece)) await new Promise(resolve => gzip.once('drain', resolve));
  }
  await new Promise<void>(resolve => {
    gzip.once('end', resolve);
    gzip.end();
  });
  return new Uint8Array(Buffer.concat(parts));
}

const head = bytesOf(block(6), block(6, 'space'), block(6, 'bytes'), block(1, int(1, 1), int(2, 2)));
const one = bytesOf(block(4, int(1, 1), block(4, int(1, 1))), block(5, int(1, 1)));
const proto = Buffer.concat([head, one]);
const text = 'heap profile: 1: 1 [ 1: 1 ] @ heapprofile\n';

const bombs: readonly (readonly [string, Uint8Array | string, Uint8Array | string, number, RegExp])[] = [
  ['strings', proto, bytesOf(block(6)), 600, /4 million strings\. Raise heapDiff\.limits\.strings /],
  ['comments', proto, bytesOf(int(13, 1)), 600, /4 million comments\. Raise heapDiff\.limits\.strings /],
  [
    'unknown fields',
    proto,
    bytesOf(int(15, 0)),
    600,
    /4 million other fields\. Raise heapDiff\.limits\.strings /,
  ],
  [
    'samples',
    proto,
    bytesOf(block(2, packed(2, [1]))),
    600,
    /5 million samples\. Raise heapDiff\.limits\.samples /,
  ],
  [
    'stacks',
    proto,
    bytesOf(block(2, packed(1, new Array(60_000).fill(1)), int(2, 1))),
    600,
    /100 million frames/,
  ],
  [
    'labels',
    proto,
    bytesOf(block(2, ...new Array(2000).fill(block(3, int(3, 1))), int(2, 1))),
    600,
    /10 million labels/,
  ],
  [
    'one long field',
    proto,
    bytesOf(block(99, 'x'.repeat(60_000))),
    600,
    /512 MiB when decompressed\. Raise heapDiff\.limits\.inflatedMiB /,
  ],
  ['zeros', '', new Uint8Array(1024), 600, /4 million other fields/],
  ['a text', text, '1: 1 [1: 1] @ 0x1\n', 255, /64 MiB of text\. Raise heapDiff\.limits\.textMiB /],
  [
    'a text of short lines',
    text,
    '1:1[1:1] @\n',
    60,
    /1,048,576 lines of text\. Raise heapDiff\.limits\.textMiB /,
  ],
  ['Java', '--- heapz 1 ---\nformat = java\nresolution=bytes\n', '1 1 @ 0x1\n', 60, /lines of text/],
  ['jemalloc', 'heap_v2/1\n', '@ 0x1\n  t*: 1: 1 [1: 1]\n', 60, /lines of text/],
  ['JSON', '{"head":[', '{},', 255, /64 MiB of JSON\. Raise heapDiff\.limits\.jsonMiB /],
  ['JSON below the limit', '{"head":[', '{},', 60, /not like a V8 heap profile/],
  ['samples of JSON', '{"samples":[', '{"nodeId":1},', 63, /5 million samples/],
];

test('what unfolds into too much is refused in time, in little memory, by a limit that it names', {
  skip: noPeak,
}, async t => {
  for (const [what, start, unit, mebibytes, expected] of bombs) {
    const bytes = await bomb(start, unit, mebibytes * MiB);
    const size = bytes.length;
    const engine = new EngineClient(engineScript, () => {});
    const taken = watchPeak();
    const started = cpuTime();
    try {
      await engine.open({ files: [{ name: 'x', bytes }], order: 'asGiven', limits: defaultLimits });
      assert.fail(`${what} opens`);
    } catch (error) {
      assert.ok(error instanceof ProfileError, `${what}: ${error}`);
      const ms = cpuTime() - started;
      const memory = taken();
      const sentence = errorSentence(error, { base: null, current: 'x' });
      t.diagnostic(
        `${what}: ${size} bytes, ${Math.round(ms)} ms, ${Math.round(memory / MiB)} MiB, ${sentence}`,
      );
      assert.match(sentence, expected, what);
      assert.ok(ms < longest, `${what} takes ${ms} ms`);
      assert.ok(memory < mostMemory, `${what} takes ${memory} bytes`);
    } finally {
      engine.dispose();
    }
  }
});
