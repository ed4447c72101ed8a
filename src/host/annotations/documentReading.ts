import type { FrameFollower } from '../../core/code/drift.ts';
import { Cancelled } from '../../core/heed.ts';
import type { VersionedText } from '../source/textInPieces.ts';
import type { Edit } from './anchor.ts';
import type { FileGrowth } from './diffGrowth.ts';
import { DocumentNotes, isRewritten } from './documentNotes.ts';
import { indentsIn } from './indents.ts';
import { type Notes, notesOf } from './notes.ts';

/** Follows frames of these functions into the text that is read. Rejects with `Cancelled`, and with nothing else. */
export type Follow = (
  pieces: readonly string[] | null,
  functions: readonly string[],
  signal: AbortSignal,
) => Promise<FrameFollower>;

/**
 * The notes of one open document, from when its text goes to be read on: what is typed before they are there moves them as
 * what is typed after.
 */
export class DocumentReading {
  /** What is noted. */
  of: FileGrowth;
  readonly #givenUp = new AbortController();
  readonly #reading: Promise<DocumentNotes | null>;
  /** Of the text that is read: the edits up to it are in it. Null until that is there. */
  #version: number | null = null;
  readonly #missed: { readonly version: number; readonly edits: readonly Edit[] }[] = [];
  #notes: DocumentNotes | null = null;

  /** `text` is the document's. */
  constructor(of: FileGrowth, text: Promise<VersionedText>, follow: Follow) {
    this.of = of;
    this.#reading = this.#read(text, follow);
  }

  /** The notes, as they stand when they are there; null when they were given up. */
  async notes(): Promise<Notes | null> {
    return (await this.#reading)?.notes ?? null;
  }

  /** Moves the notes along with the edits that made a version. False when the document has to be read again. */
  edit(version: number, edits: readonly Edit[]): boolean {
    if (this.#version !== null && version <= this.#version) return true;
    if (isRewritten(edits)) return false;
    if (this.#notes === null) this.#missed.push({ version, edits });
    else this.#notes.edit(edits);
    return true;
  }

  /** Gives up what is still to be read. */
  dispose(): void {
    this.#givenUp.abort();
  }

  async #read(reading: Promise<VersionedText>, follow: Follow): Promise<DocumentNotes | null> {
    const { version, pieces } = await reading;
    if (this.#givenUp.signal.aborted) return null;
    this.#version = version;
    const { lines, functions } = this.of;
    try {
      const names = [...lines, ...functions].map(({ name }) => name);
      const source = await follow(pieces, names, this.#givenUp.signal);
      const notes = new DocumentNotes(notesOf(lines, functions, source), indentsIn(pieces ?? []));
      for (const missed of this.#missed) if (missed.version > version) notes.edit(missed.edits);
      this.#notes = notes;
      return notes;
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  }
}
