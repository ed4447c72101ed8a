/**
 * Text as Markdown that shows it as it is, whatever it holds. `MarkdownString.appendText` would make every space one
 * that lines do not break at.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A sentence in which code stands in back-quotes. */
export function escapeSentence(sentence: string): string {
  return sentence
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `\`${part.replace(/\s+/g, ' ')}\`` : escapeMarkdown(part)))
    .join('');
}

/** A link. The label is text; `address` is an encoded URI. */
export function markdownLink(label: string, address: string): string {
  const safe = address.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${escapeMarkdown(label)}](${safe})`;
}

/** VS Code cuts Markdown off at 100,000 UTF-16 units, be it in the middle of a link, whose address is then seen. */
const longestMarkdown = 100_000;
const leftOut = '\n\n…';

/** Markdown with more of it at its end; what would pass what VS Code shows is left out, and all that follows it. */
export function withMore(markdown: string, more: string): string {
  if (markdown.endsWith(leftOut)) return markdown;
  const fits = markdown.length + more.length + leftOut.length <= longestMarkdown;
  return markdown + (fits ? more : leftOut);
}

/** The address that runs a command. */
export function commandAddress(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
