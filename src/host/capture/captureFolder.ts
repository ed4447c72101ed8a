/** A folder that captures are written to, wherever it is. Names are those of files right in it. */
export interface CaptureFolder {
  /** Every file in it; none where it does not exist yet. */
  names(): Promise<readonly string[]>;
  /** Undefined where there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all; makes the folder where it is not there. Rejects with `UnwrittenFile`. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}
