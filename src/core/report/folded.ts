/**
 * Lines of Markdown that are seen when somebody unfolds them, under a summary that nobody outside has written. Markdown in
 * HTML begins behind an empty line. None for none.
 */
export function folded(summary: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>'];
}
