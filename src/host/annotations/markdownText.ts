import type * as vscode from 'vscode';

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

/** Appends a link to a command. The label is text. */
export function appendLink(
  markdown: vscode.MarkdownString,
  label: string,
  command: string,
  args: readonly unknown[],
): void {
  const uri = `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
  const safe = uri.replaceAll('(', '%28').replaceAll(')', '%29');
  markdown.appendMarkdown(`[${escapeMarkdown(label)}](${safe})`);
}
