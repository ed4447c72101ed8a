/** A function that a source file declares. Lines are 1-based. */
export interface Declaration {
  readonly name: string;
  /** The type, class or namespace it belongs to; `''` for none. */
  readonly owner: string;
  /** The line that compilers record as the function's start. */
  readonly line: number;
  readonly endLine: number;
}

/** A declaration and where its body's brackets stand among the tokens. */
export interface BodyDeclaration extends Declaration {
  readonly open: number;
  readonly close: number;
}
