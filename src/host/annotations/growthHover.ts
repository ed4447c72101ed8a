import type * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import { baseName, shortName } from '../../core/displayName.ts';
import type { Place } from '../../core/names/place.ts';
import { wordsOf } from '../../core/pair/valueWords.ts';
import { commands } from '../../manifest.ts';
import { HoverMarkdown } from '../say/hoverMarkdown.ts';
import { say, sayAll } from '../say/say.ts';
import { unreadText } from '../source/driftText.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { facts, headline, part } from './hoverText.ts';
import type { LineNote } from './notes.ts';
import type { Measured } from './noteText.ts';

/** Everything about the growth of the line under the pointer. */
export class GrowthHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;

  constructor(notes: GrowthNotes) {
    this.#notes = notes;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const notes = await this.#notes.visibleIn(document);
    const note = notes?.lines.find(({ line }) => line === position.line);
    const measured = this.#notes.growth?.measured;
    if (note === undefined || measured === undefined || note.line >= document.lineCount) return null;
    return growthHover(note, measured).over(document.lineAt(note.line).range);
  }
}

/** A line's growth as a hover. Names and paths of profiles are text in it, never markup. */
function growthHover(note: LineNote, measured: Measured): HoverMarkdown {
  const hover = new HoverMarkdown(commands.reveal, commands.openPlace);
  note.growth.forEach((growth, i) => {
    if (i > 0) hover.rule();
    append(hover, growth, measured);
  });
  if (note.isUnread) {
    hover.paragraph().quiet(unreadText('This file', note.line + 1));
  } else if (note.movedFrom !== null) {
    const now = note.exact
      ? say`line ${note.movedFrom} → ${note.line + 1}`
      : say`it was line ${note.movedFrom}; only the function is known to be here`;
    hover.paragraph().quiet(say`Source has changed since this profile: ${now}.`);
  }
  return hover;
}

function append(hover: HoverMarkdown, growth: Growth, measured: Measured): void {
  hover.bold(headline(growth, measured)).paragraph();
  for (const fact of facts(growth, measured)) hover.item().text(fact);
  const { allocators, callers } = growth;
  if (allocators.length > 1) {
    const named = allocators.map(each => say`${shortName(each.name)} ${part(each, measured)}`);
    hover.item().text(say`${wordsOf[measured.kind].done} `).text(sayAll(named, ', '));
  }
  callers.forEach((caller, i) => {
    if (i === 0) hover.item();
    hover.text(i === 0 ? say`called by ` : say`, `);
    appendCaller(hover, caller);
    hover.text(say` ${part(caller, measured)}`);
  });
  const { name, file, line, startLine } = growth;
  const place: Place = { name, file, line, startLine };
  hover.paragraph().command(say`Show in flame graph`, commands.reveal, [place]);
}

function appendCaller(hover: HoverMarkdown, { name, file, line, startLine }: Place): void {
  const place: Place = { name, file, line, startLine };
  if (file === '') hover.text(shortName(name));
  else {
    const where = line > 0 ? `${baseName(file)}:${line}` : baseName(file);
    hover.command(say`${shortName(name)} ${where}`, commands.openPlace, [place]);
  }
}
