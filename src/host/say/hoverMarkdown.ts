import * as vscode from 'vscode';
import { filled } from '../../core/filled.ts';
import type { Shown } from '../../core/shown.ts';
import type { OurCommand } from './editorText.ts';
import { commandAddress, escapeMarkdown, escapeSentence, markdownLink, withMore } from './markdownText.ts';
import type { Message } from './say.ts';

/** A hover, put together from text that is no markup in it, and links to the commands of ours that it names. */
export class HoverMarkdown {
  readonly #enabled: readonly OurCommand[];
  #markdown = '';

  constructor(...enabled: readonly OurCommand[]) {
    this.#enabled = enabled;
  }

  text(text: Shown): this {
    return this.#append(escapeMarkdown(text));
  }

  /** A sentence in which code stands in back-quotes. */
  sentence(sentence: Shown): this {
    return this.#append(escapeSentence(sentence));
  }

  bold(text: Shown): this {
    return this.#append(`**${escapeMarkdown(text)}**`);
  }

  quiet(text: Shown): this {
    return this.#append(`*${escapeMarkdown(text)}*`);
  }

  /** Runs a command of ours when clicked. */
  command(label: Shown, command: OurCommand, args: readonly unknown[]): this {
    return this.#append(markdownLink(label, commandAddress(command, args)));
  }

  /** Opens a line of a file when clicked; 1-based. */
  file(label: Shown, uri: vscode.Uri, line: number): this {
    return this.#append(markdownLink(label, uri.with({ fragment: `L${line}` }).toString()));
  }

  /** A message, and what is appended `within` in the place of its `{0}`. */
  around(message: Message, within: () => void): this {
    for (const part of filled(message, null)) {
      if (part === null) within();
      else this.#append(escapeMarkdown(part));
    }
    return this;
  }

  /** Begins the next point of a list. */
  item(): this {
    return this.#append('\n- ');
  }

  paragraph(): this {
    return this.#append('\n\n');
  }

  rule(): this {
    return this.#append('\n\n---\n\n');
  }

  over(range: vscode.Range): vscode.Hover {
    const markdown = new vscode.MarkdownString(this.#markdown);
    markdown.isTrusted = this.#enabled.length > 0 && { enabledCommands: [...this.#enabled] };
    return new vscode.Hover(markdown, range);
  }

  #append(markdown: string): this {
    this.#markdown = withMore(this.#markdown, markdown);
    return this;
  }
}
