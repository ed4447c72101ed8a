import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('files');

/**
 * A copy of a profile.proto without the lines of declaration, and its path. With `-files`, pprof keeps one row for
 * each (file, line of declaration), and cum cannot be summed over rows; without those lines it keeps one a file.
 */
export function withoutStartLines(path: string): string {
  const stored = readFileSync(path);
  const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
  const parts = fields(bytes).map(({ number, whole, content }) => {
    if (number !== 5 || content === undefined) return whole;
    const kept = Buffer.concat(fields(content).flatMap(field => (field.number === 5 ? [] : [field.whole])));
    return Buffer.concat([Buffer.from([0x2a]), varint(kept.length), kept]);
  });
  const copy = join(mkdtempSync(join(folder, 'copy-')), basename(path));
  writeFileSync(copy, Buffer.concat(parts));
  return copy;
}

interface Field {
  readonly number: number;
  /** Tag included. */
  readonly whole: Buffer;
  /** Of a length-delimited field. */
  readonly content: Buffer | undefined;
}

function fields(bytes: Buffer): Field[] {
  const found: Field[] = [];
  let at = 0;
  const read = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  };
  while (at < bytes.length) {
    const first = at;
    const tag = read();
    let content: Buffer | undefined;
    if (tag % 8 === 0) read();
    else if (tag % 8 === 2) {
      const length = read();
      content = bytes.subarray(at, at + length);
      at += length;
    } else throw new Error(`wire type ${tag % 8} is not expected here`);
    found.push({ number: tag >> 3, whole: bytes.subarray(first, at), content });
  }
  return found;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
}
