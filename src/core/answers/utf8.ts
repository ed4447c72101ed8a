/** Writes a string as UTF-8 at `at` and returns where it ends. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string, into: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      into[end++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = text.charCodeAt(i + 1);
      const paired = code < 0xdc00 && low >= 0xdc00 && low < 0xe000;
      code = paired ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (paired) i += 1;
    }
    if (code < 0x800) {
      into[end++] = 0xc0 | (code >> 6);
    } else {
      if (code < 0x10000) {
        into[end++] = 0xe0 | (code >> 12);
      } else {
        into[end++] = 0xf0 | (code >> 18);
        into[end++] = 0x80 | ((code >> 12) & 0x3f);
      }
      into[end++] = 0x80 | ((code >> 6) & 0x3f);
    }
    into[end++] = 0x80 | (code & 0x3f);
  }
  return end;
}
