import { pause } from '#engine/pause.ts';
import { whole } from '../threads/requestThread.ts';

/**
 * A file's text: a short one as it is, else in UTF-8, in one piece or more. Pieces are handed over to the thread: to copy
 * megabytes would hold up whoever sends them.
 */
export type Text = string | readonly Uint8Array[];

/** Files by their names in a package; those of other folders begin with `../`. */
export type Texts = ReadonlyMap<string, Text>;

/** A text that can be handed over: each of its pieces in a buffer of its own. */
export type OwnText = string | readonly Uint8Array<ArrayBuffer>[];

/** The pieces of a text, each of whole characters. Others have their turn in between: 4 MB take 15 ms. */
export async function inUtf8(pieces: readonly string[]): Promise<Text> {
  const encoder = new TextEncoder();
  const encoded: Uint8Array[] = [];
  for (const piece of pieces) {
    if (encoded.length > 0) await pause();
    encoded.push(encoder.encode(piece));
  }
  return encoded;
}

/** Characters, or bytes. */
export function lengthOf(text: Text): number {
  return typeof text === 'string' ? text.length : text.reduce((sum, { length }) => sum + length, 0);
}

export function owned(text: Text): OwnText {
  return typeof text === 'string' ? text : text.map(whole);
}

/** What is handed over with texts. */
export function buffersOf(texts: Iterable<OwnText>): readonly ArrayBuffer[] {
  const buffers = [...texts].flatMap(text =>
    typeof text === 'string' ? [] : text.map(({ buffer }) => buffer),
  );
  return [...new Set(buffers)];
}

/** The whole text. */
export function decoded(text: Text): string {
  if (typeof text === 'string') return text;
  const decoder = new TextDecoder();
  return text.map(piece => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
