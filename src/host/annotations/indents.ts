/** Tells where the text of a line (0-based) begins, for lines asked for in any order. Lines end in LF, or CR LF. */
export function indentsIn(text: string): (line: number) => number {
  const starts = [0];
  return line => {
    while (starts.length <= line) {
      const end = text.indexOf('\n', starts.at(-1));
      if (end < 0) return 0;
      starts.push(end + 1);
    }
    const start = starts[line] ?? 0;
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    return at - start;
  };
}
