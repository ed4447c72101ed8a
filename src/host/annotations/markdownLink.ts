import type * as vscode from 'vscode';

/** Appends a link to a command. The label is text, whatever it holds. */
export function link(
  markdown: vscode.MarkdownString,
  label: string,
  command: string,
  args: readonly unknown[],
): void {
  const uri = `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
  const safe = uri.replaceAll('(', '%28').replaceAll(')', '%29');
  markdown.appendMarkdown('[').appendText(label).appendMarkdown(`](${safe})`);
}

/** Appends a sentence in which code stands in back-quotes. */
export function appendSentence(markdown: vscode.MarkdownString, sentence: string): void {
  for (const [i, part] of sentence.split('`').entries()) {
    if (i % 2 === 1) markdown.appendMarkdown(`\`${part.replaceAll('\n', ' ')}\``);
    else markdown.appendText(part);
  }
}
