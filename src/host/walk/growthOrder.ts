/** A line that grew or shrank, in some file. */
export interface GrownLine {
  /** URI of the file. */
  readonly file: string;
  /** As the profile has it, 1-based. */
  readonly line: number;
  /** |delta|. */
  readonly change: number;
}

/** Lines of all files, the largest change first, each once. Equal ones by file and line. */
export function inOrderOfGrowth(lines: readonly GrownLine[]): readonly GrownLine[] {
  const largest = new Map<string, GrownLine>();
  for (const each of lines) {
    const key = `${each.line}\n${each.file}`;
    const known = largest.get(key);
    if (known === undefined || known.change < each.change) largest.set(key, each);
  }
  return [...largest.values()].sort(
    (a, b) => b.change - a.change || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line),
  );
}

/** The line after (`step` 1) or before (−1) the one at hand, round and round; the first or last when there is none. */
export function neighbourOf(
  order: readonly GrownLine[],
  at: Pick<GrownLine, 'file' | 'line'> | null,
  step: 1 | -1,
): GrownLine | undefined {
  const here = at === null ? -1 : order.findIndex(({ file, line }) => file === at.file && line === at.line);
  if (here < 0) return step === 1 ? order[0] : order.at(-1);
  return order[(here + step + order.length) % order.length];
}
