/** The part of the Encoding standard that is used here; every host has it, ES2022's library does not name it. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
};
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Many strings in two buffers: string `i` is the UTF-8 in `bytes[offsets[i] ..< offsets[i + 1]]`. */
export interface StringColumn {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
/** `ignoreBOM` keeps a byte order mark: it is part of the string that the profile holds. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Strings as they travel, in buffers of their own. A lone surrogate becomes U+FFFD. */
export function stringColumn(strings: readonly string[]): StringColumn {
  const offsets = new Uint32Array(strings.length + 1);
  let bytes = new Uint8Array(Math.max(64, strings.length * 48));
  let used = 0;
  strings.forEach((text, i) => {
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array((bytes.length + text.length * 3) * 2);
      larger.set(bytes);
      bytes = larger;
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    offsets[i + 1] = used;
  });
  return { bytes: bytes.slice(0, used), offsets };
}

/** String `i` of a column, `''` where it has none. */
export function stringAt({ bytes, offsets }: StringColumn, i: number): string {
  return decoder.decode(bytes.subarray(offsets[i] ?? 0, offsets[i + 1] ?? 0));
}
