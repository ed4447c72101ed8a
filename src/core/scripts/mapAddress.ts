import { decodeUtf8 } from '../formats/decodeUtf8.ts';

declare const atob: (base64: string) => string;

const hash = 0x23;
const mark = Array.from(' sourceMappingURL=', character => character.charCodeAt(0));
const slash = 0x2f;
const star = 0x2a;
const newline = 0x0a;

/**
 * What a script says last of where its source map is: a relative path, a URL, or a `data:` URL that holds it. Null where
 * it says nothing.
 */
export function mapAddress(script: Uint8Array): string | null {
  for (let at = script.lastIndexOf(hash); at > 1; at = script.lastIndexOf(hash, at - 1)) {
    const isComment = script[at - 2] === slash && (script[at - 1] === slash || script[at - 1] === star);
    if (!isComment || mark.some((byte, i) => script[at + 1 + i] !== byte)) continue;
    const from = at + 1 + mark.length;
    const end = script.indexOf(newline, from);
    const [address = ''] = /^[^\s]*/.exec(decodeUtf8(script, from, end < 0 ? script.length : end)) ?? [];
    return address.replace(/\*\/$/, '') || null;
  }
  return null;
}

/** The map that a `data:` URL holds, null where it is none of JSON. */
export function inlineMap(address: string): Uint8Array | null {
  const match = /^data:application\/json(?:;charset=[\w-]+)?(;base64)?,/.exec(address);
  if (match === null) return null;
  const content = address.slice(match[0].length);
  try {
    const bytes = match[1] === undefined ? utf8(decodeURIComponent(content)) : atob(content);
    const map = new Uint8Array(bytes.length);
    // `Uint8Array.from` asks a function for each: there are millions.
    for (let i = 0; i < bytes.length; i++) map[i] = bytes.charCodeAt(i);
    return map;
  } catch {
    return null;
  }
}

/** One character for each byte, as `atob` has them. */
function utf8(text: string): string {
  return text.replace(/[^\0-\x7f]+/gu, some =>
    encodeURIComponent(some).replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );
}
