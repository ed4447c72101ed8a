import * as vscode from 'vscode';
import { baseName, shortName } from '../../core/displayName.ts';
import type { Growth } from '../../core/view.ts';
import { commands } from '../../manifest.ts';
import type { FramePlace, SourcePlace } from '../../protocol.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { facts, headline, part } from './hoverText.ts';
import { link } from './markdownLink.ts';
import type { LineNote } from './notes.ts';
import type { Measured } from './noteText.ts';

/** Everything about the growth of the line under the pointer. */
export class GrowthHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;

  constructor(notes: GrowthNotes) {
    this.#notes = notes;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const note = this.#notes.of(document)?.lines.find(({ line }) => line === position.line);
    const measured = this.#notes.growth?.measured;
    if (note === undefined || measured === undefined) return null;
    return new vscode.Hover(growthMarkdown(note, measured), document.lineAt(note.line).range);
  }
}

/** A line's growth as a hover. Names and paths of profiles are text in it, never markup. */
function growthMarkdown(note: LineNote, measured: Measured): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: [commands.reveal, commands.openPlace] };
  note.growth.forEach((growth, i) => {
    if (i > 0) markdown.appendMarkdown('\n\n---\n\n');
    append(markdown, growth, measured);
  });
  if (note.movedFrom !== null) {
    const now = note.exact ? `line ${note.movedFrom} → ${note.line + 1}` : `it was line ${note.movedFrom}`;
    const unsure = note.exact ? '' : '; only the function is known to be here';
    markdown.appendMarkdown(`\n\n*Source has changed since this profile: ${now}${unsure}.*`);
  }
  return markdown;
}

function append(markdown: vscode.MarkdownString, growth: Growth, measured: Measured): void {
  markdown.appendMarkdown('**').appendText(headline(growth, measured)).appendMarkdown('**\n\n');
  for (const fact of facts(growth, measured)) {
    markdown.appendMarkdown('- ').appendText(fact).appendMarkdown('\n');
  }
  for (const [i, allocator] of growth.allocators.entries()) {
    markdown.appendMarkdown(i === 0 ? '- allocated in ' : ', ');
    markdown.appendText(`${shortName(allocator.name)} ${part(allocator, measured)}`);
    if (i === growth.allocators.length - 1) markdown.appendMarkdown('\n');
  }
  for (const [i, caller] of growth.callers.entries()) {
    markdown.appendMarkdown(i === 0 ? '- called by ' : ', ');
    const { name: functionName, file, line } = caller;
    const place: SourcePlace = { file, line, functionName, startLine: 0 };
    const label = `${shortName(functionName)} ${baseName(file)}:${line}`;
    if (file === '') markdown.appendText(label);
    else link(markdown, label, commands.openPlace, [place]);
    markdown.appendText(` ${part(caller, measured)}`);
    if (i === growth.callers.length - 1) markdown.appendMarkdown('\n');
  }
  const { name, file, line } = growth;
  const place: FramePlace = { name, file, line };
  markdown.appendMarkdown('\n\n');
  link(markdown, 'Show in flame graph', commands.reveal, [place]);
}
