/** The part of the Encoding standard that is used here; every host has it, ES2022's library does not name it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** `ignoreBOM` keeps a byte order mark: it is part of the string that the profile holds. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes `bytes[start ..< end]`; invalid sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
