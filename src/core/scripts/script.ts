/** A script that profiles name, as it stands in the reader's files, and its source map. */
export interface Script {
  /** As the profiles have it. */
  readonly file: string;
  readonly text: Uint8Array;
  /** Null where the script holds it itself. */
  readonly map: Uint8Array | null;
  /** Where the map stands: what the paths in it are relative to. */
  readonly mapPath: string;
  /** Its path says that it is the one; else only its name does, and the profiles have to bear that out. */
  readonly isCertain: boolean;
}
