import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { placeShape } from '../../messageFields.ts';
import { functionAt, functionsIn } from '../annotations/functionAt.ts';
import type { GrowthNotes } from '../annotations/growthNotes.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { followerIn, textOf } from '../source/sourceDrift.ts';

/** Shows a function in the flame graph: the one given, else the one at the cursor of the editor in front. */
export async function revealGrowth(notes: GrowthNotes, code: CodeClient, given: unknown): Promise<void> {
  const { growth } = notes;
  if (growth === null) {
    void inform(say(l10n.t('No comparison of heap profiles is open to show this in.')));
    return;
  }
  const isPlace = typeof given === 'object' && given !== null && 'name' in given;
  const place = isPlace ? v.parse(placeShape, given) : await atCursor(notes, code);
  if (place !== null) growth.diff.reveal(place);
  else void inform(say(l10n.t('No stack of the comparison passes through this function.')));
}

/** What grew at the cursor, else the function around it. */
async function atCursor(notes: GrowthNotes, code: CodeClient): Promise<Place | null> {
  const editor = vscode.window.activeTextEditor;
  const { growth } = notes;
  if (editor === undefined || growth === null) return null;
  const { document } = editor;
  const cursor = editor.selection.active.line;
  const grown = (await notes.of(document))?.lines.find(note => note.line === cursor)?.growth[0];
  if (grown !== undefined) {
    const { name, file, line, startLine } = grown;
    return { name, file, line, startLine };
  }
  const paths = growth.paths.get(document.uri.toString());
  if (paths === undefined) return null;
  const options = { ...growth.diff.options, granularity: 'functions' } as const;
  const table = await growth.diff.request('table', { options });
  const { pieces } = await textOf(document);
  const source = await followerIn(code, document, pieces, functionsIn(table, paths));
  return functionAt(table, paths, source, cursor + 1);
}
