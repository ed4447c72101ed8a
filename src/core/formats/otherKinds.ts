import { firstLine } from './text/textLines.ts';

/** First lines of texts that hold a profile, but not of a heap. */
const otherTexts: readonly (readonly [RegExp, string])[] = [
  [/^--- (contentionz |mutex:|contention:)/, 'it is a contention profile (time spent waiting for locks)'],
  [/^--- (threadz \d+ ---|Thread [0-9a-f]+ \(name:)/i, 'it is a dump of threads'],
  [/^goroutine \d+ \[/, 'it is a dump of goroutines'],
  [/^goroutine profile: total \d+$/, 'it is a goroutine profile'],
  [/^threadcreate profile: total \d+$/, 'it is a profile of thread creation'],
  [/^\S+ profile: total \d+$/, 'it is a profile that counts stacks, not memory'],
  [/^JAVA PROFILE 1\.0/, 'it is a full Java heap dump (hprof), not a sampled profile'],
  [/^\s*\{"snapshot"\s*:\s*\{/, 'it is a full V8 heap snapshot, not a sampled profile'],
  [/^\s*\{"(nodes|cpuProfile)"\s*:/, 'it is a V8 CPU profile'],
];

/** What a file that is no heap profile holds, where it is a profile of another kind; undefined where it is none. */
export function otherKind(bytes: Uint8Array): string | undefined {
  if (isLegacyCpuProfile(bytes)) return 'it is a CPU profile in the old format of gperftools';
  const first = firstLine(bytes);
  return otherTexts.find(([pattern]) => pattern.test(first))?.[1];
}

/** It starts with the words 0, 3, 0 or 1 (for Java), the period in microseconds, 0: of 32 or 64 bits, in either order. */
function isLegacyCpuProfile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [4, 8].some(size =>
    [true, false].some(littleEndian => {
      if (bytes.length < 5 * size) return false;
      const word = (i: number): number =>
        size === 4 ? view.getUint32(4 * i, littleEndian) : Number(view.getBigUint64(8 * i, littleEndian));
      return word(0) === 0 && word(1) === 3 && word(2) <= 1 && word(3) > 0 && word(4) === 0;
    }),
  );
}

/** First bytes of files that people choose by mistake. */
const signatures: readonly (readonly [string, string])[] = [
  ['\x7fELF', 'it looks like a program (ELF)'],
  ['MZ', 'it looks like a program for Windows'],
  ['\xcf\xfa\xed\xfe', 'it looks like a program for macOS'],
  ['PK\x03\x04', 'it looks like a zip archive'],
  ['\x28\xb5\x2f\xfd', 'it looks compressed with zstd'],
  ['\xfd7zXZ\x00', 'it looks compressed with xz'],
  ['BZh', 'it looks compressed with bzip2'],
  ['\x89PNG', 'it looks like a picture'],
  ['%PDF', 'it looks like a PDF'],
];

/** What a file that is no profile looks like, by its first bytes. */
export function resemblance(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  const signature = signatures.find(([prefix]) => start.startsWith(prefix));
  if (signature !== undefined) return signature[1];
  if (!isText(bytes)) return 'it holds binary data';
  if (/^\s*[[{]/.test(start)) return 'it looks like JSON';
  if (/^\s*</.test(start)) return 'it looks like HTML or XML';
  return 'it looks like text';
}

/** Whether the first bytes hold no control characters but white space. */
export function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 256).every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
