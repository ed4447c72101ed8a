import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import { baseName, shortName } from '../../core/displayName.ts';
import type { Place } from '../../core/names/place.ts';
import { commands } from '../../manifest.ts';
import { HoverMarkdown } from '../say/hoverMarkdown.ts';
import { say, sayBeside } from '../say/say.ts';
import { unreadHere } from '../source/driftText.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { facts, headline, part } from './hoverText.ts';
import type { LineNote } from './notes.ts';
import type { Measured } from './noteText.ts';
import { partsText } from './valueTexts.ts';

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
    hover.paragraph().quiet(unreadHere(note.line + 1));
  } else if (note.movedFrom !== null) {
    const changed = note.exact
      ? say(l10n.t('Source has changed since this profile: line {0} → {1}.'), note.movedFrom, note.line + 1)
      : say(
          l10n.t(
            'Source has changed since this profile: it was line {0}; only the function is known to be here.',
          ),
          note.movedFrom,
        );
    hover.paragraph().quiet(changed);
  }
  return hover;
}

function append(hover: HoverMarkdown, growth: Growth, measured: Measured): void {
  hover.bold(headline(growth, measured)).paragraph();
  for (const fact of facts(growth, measured)) hover.item().text(fact);
  const { allocators, callers } = growth;
  if (allocators.length > 1) {
    const named = allocators.map(each => say`${shortName(each.name)} ${part(each, measured)}`);
    hover.item().around(partsText[measured.kind](), () => hover.text(sayBeside(named, ', ')));
  }
  if (callers.length > 0) {
    hover.item().around(l10n.t('called by {0}'), () =>
      callers.forEach((caller, i) => {
        if (i > 0) hover.text(say`, `);
        appendCaller(hover, caller);
        hover.text(say` ${part(caller, measured)}`);
      }),
    );
  }
  const { name, file, line, startLine } = growth;
  const place: Place = { name, file, line, startLine };
  hover.paragraph().command(say(l10n.t('Show in flame graph')), commands.reveal, [place]);
}

function appendCaller(hover: HoverMarkdown, { name, file, line, startLine }: Place): void {
  const place: Place = { name, file, line, startLine };
  if (file === '') hover.text(shortName(name));
  else {
    const where = line > 0 ? `${baseName(file)}:${line}` : baseName(file);
    hover.command(say`${shortName(name)} ${where}`, commands.openPlace, [place]);
  }
}
