/** Takes what comes out, in order; what it throws ends the decompression. It keeps nothing of a piece that is not the last. */
export type Take = (piece: Uint8Array) => void;

/** One way files are compressed. */
export interface Compression {
  /** Whether a file starts as one that is compressed so. */
  readonly starts: (bytes: Uint8Array) => boolean;
  /** The size that the file claims for what it holds, a guess and no more; 0 where it says nothing. */
  readonly claim: (bytes: Uint8Array) => number;
  /**
   * Hands out what the file holds, piece by piece, each when there is time for it. gzip's have `piece` bytes or less, those of
   * others a MiB or less. Rejects with code `gzip` where the file is damaged, and with what `take` throws.
   */
  readonly pieces: (bytes: Uint8Array, take: Take, piece: number) => Promise<void>;
}
