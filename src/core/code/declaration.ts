/** A function that a source file declares. Lines are 1-based. */
export interface Declaration {
  readonly name: string;
  /** The type, class or namespace it belongs to; `''` for none. */
  readonly owner: string;
  readonly line: number;
  readonly endLine: number;
  /** The line that compilers record as the function's start, where that is not its first. */
  readonly start?: number;
  /** Function literals that stand directly inside it, in order, each with its own; their names are `''`. */
  readonly literals: readonly Declaration[];
}

/** What a source file declares, as far as following a line into it needs. */
export interface Outline {
  /** In order of their lines. */
  readonly declarations: readonly Declaration[];
  readonly lines: number;
  /** Go: by the full name that `//go:linkname` gives to another package, the name under which it is declared here. */
  readonly linked: ReadonlyMap<string, string>;
}
