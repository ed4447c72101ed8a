/**
 * Cells of a line of CSV (RFC 4180); quotes may surround one and hold the separator, two for one. Null where a
 * quote is not closed.
 */
export function csvCells(line: string, separator: string): string[] | null {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    while (line[at] === ' ') at++;
    let cell = '';
    if (line[at] === '"') {
      for (at++; ; at++) {
        const end = line.indexOf('"', at);
        if (end < 0) return null;
        cell += line.slice(at, end);
        at = end + 1;
        if (line[at] !== '"') break;
        cell += '"';
      }
    }
    const next = line.indexOf(separator, at);
    cell += line.slice(at, next < 0 ? line.length : next);
    cells.push(cell);
    if (next < 0) return cells;
    at = next + separator.length;
  }
}

/** What separates the cells of a file whose first line this is: of `,`, `;` and tab the one that is there most. */
export function csvSeparator(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map(separator => [separator, bare.split(separator).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
