/** A place in source as a profile names it: a function and one of its lines. */
export interface Place {
  /** The function's full name; `''` for a place that is of none. */
  readonly name: string;
  /** The profile's path, never a URI; `''` when unknown. */
  readonly file: string;
  /** 1-based; 0 when unknown, or for the function as a whole. */
  readonly line: number;
  /** Line of the function's declaration, 0 when unknown. */
  readonly startLine: number;
}

/** A file and the line in it as people write and open them: `seen.go:8`; the file alone where the line is unknown. */
export function fileAndLine(file: string, line: number): string {
  return line > 0 ? `${file}:${line}` : file;
}

/** Whether two places are one line of one function. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.name === other.name && one.file === other.file && one.line === other.line;
}

/** The place of something that has more to it, and does not know where its function is declared. */
export function barePlace({ name, file, line }: Omit<Place, 'startLine'>): Place {
  return { name, file, line, startLine: 0 };
}
