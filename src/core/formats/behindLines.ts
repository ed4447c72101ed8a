/** Lines before a profile are looked through up to here: titles, messages, the header of an HTTP answer. */
const searched = 1 << 14;

/**
 * The offset of the first line but the first for which `starts` holds, with nothing but text before it; undefined
 * where there is none in the first 16 KiB. `starts` is given the offset of a line.
 */
export function behindLines(bytes: Uint8Array, starts: (at: number) => boolean): number | undefined {
  const start = bytes.subarray(0, searched);
  for (let at = 0; ; ) {
    const newline = start.indexOf(0x0a, at);
    if (newline < 0 || !start.subarray(at, newline).every(isPrintable)) return undefined;
    at = newline + 1;
    if (starts(at)) return at;
  }
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0d;
}

/** Where the body of an HTTP answer begins that was saved with its header (or several); undefined for anything else. */
export function httpBody(bytes: Uint8Array): number | undefined {
  let body: number | undefined;
  const isAnswer = (at: number): boolean =>
    /^HTTP\/\d/.test(String.fromCharCode(...bytes.subarray(at, at + 8)));
  while (isAnswer(body ?? 0)) {
    const from: number = body ?? 0;
    const blank = behindLines(bytes.subarray(from), at => {
      const next = bytes[from + at];
      return next === 0x0a || (next === 0x0d && bytes[from + at + 1] === 0x0a);
    });
    if (blank === undefined) return body;
    body = bytes.indexOf(0x0a, from + blank) + 1;
  }
  return body;
}
