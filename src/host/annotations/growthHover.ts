import * as vscode from 'vscode';
import { baseName, shortName } from '../../core/displayName.ts';
import type { Growth } from '../../core/view.ts';
import { commands } from '../../manifest.ts';
import type { FramePlace, SourcePlace } from '../../protocol.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { facts, headline, part } from './hoverText.ts';
import { appendLink, escapeMarkdown } from './markdownText.ts';
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
  markdown.appendMarkdown(`**${escapeMarkdown(headline(growth, measured))}**\n\n`);
  for (const fact of facts(growth, measured)) markdown.appendMarkdown(`- ${escapeMarkdown(fact)}\n`);
  const { allocators, callers } = growth;
  if (allocators.length > 1) {
    const named = allocators.map(each => `${shortName(each.name)} ${part(each, measured)}`);
    markdown.appendMarkdown(`- ${escapeMarkdown(`allocated in ${named.join(', ')}`)}\n`);
  }
  callers.forEach((caller, i) => {
    markdown.appendMarkdown(i === 0 ? '- called by ' : ', ');
    appendCaller(markdown, caller);
    markdown.appendMarkdown(` ${escapeMarkdown(part(caller, measured))}`);
  });
  const { name, file, line } = growth;
  const place: FramePlace = { name, file, line };
  markdown.appendMarkdown('\n\n');
  appendLink(markdown, 'Show in flame graph', commands.reveal, [place]);
}

function appendCaller(
  markdown: vscode.MarkdownString,
  { name: functionName, file, line }: Growth['callers'][number],
): void {
  const place: SourcePlace = { file, line, functionName, startLine: 0 };
  const label = `${shortName(functionName)} ${baseName(file)}:${line}`;
  if (file === '') markdown.appendMarkdown(escapeMarkdown(shortName(functionName)));
  else appendLink(markdown, label, commands.openPlace, [place]);
}
