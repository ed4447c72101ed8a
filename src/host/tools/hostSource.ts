import * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import { asProfiled, type FoundPlace } from '../../core/tell/toldPlace.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { SourceAround } from '../../tools/surroundings.ts';
import type { LeakHints } from '../line/leakHints.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import { isOwn } from '../source/isOwn.ts';
import { driftIn } from '../source/sourceDrift.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { uriOf } from '../source/sourceUri.ts';

/** What source is reached with. */
export interface SourceServices {
  readonly finder: SourceFinder;
  readonly code: CodeClient;
  readonly authors: LineAuthors;
  readonly hints: LeakHints;
}

const linesAround = 3;

/** Source as a window of VS Code finds it. `signal` ends what is waited for. */
export function hostSource(services: SourceServices, signal: AbortSignal): SourceAround {
  return {
    find: place => find(services, place),
    source: async place => {
      const document = await opened(place);
      if (document === null || place.line === 0) return null;
      const from = Math.max(1, place.line - linesAround);
      const to = Math.min(document.lineCount, place.line + linesAround);
      const lines = Array.from({ length: to - from + 1 }, (_, i) => document.lineAt(from - 1 + i).text);
      return { from, lines };
    },
    author: async place => {
      const document = await opened(place);
      const found = document && (await services.authors.of(document, place.line - 1));
      return found && { ...found, hash: found.hash.slice(0, 8) };
    },
    hint: async (place, growth, _retained) => {
      const document = await opened(place);
      return (
        document && services.hints.of(document, place.line - 1, { ...growth, line: place.line }, true, signal)
      );
    },
  };
}

/** The file as the editor finds it without asking, and in it the line, which follows its function. */
async function find({ finder, code }: SourceServices, place: Place): Promise<FoundPlace> {
  if (place.file === '') return asProfiled(place);
  const located = await finder.find(place.file, place.name);
  if (located.kind !== 'found') return asProfiled(place);
  const uri = uriOf(located.file);
  const found = { name: place.name, path: uri.fsPath, line: place.line, isFound: true };
  // Libraries are not edited: their lines are those of the build.
  if (place.line === 0 || uri.scheme !== 'file' || !isOwn(located.file)) return found;
  const document = await opened(found);
  return document === null ? found : { ...found, line: (await driftIn(code, document, place)).line };
}

/** The document of a place that was found, what is typed included. */
async function opened({ path, isFound }: FoundPlace): Promise<vscode.TextDocument | null> {
  if (!isFound) return null;
  return vscode.workspace.openTextDocument(vscode.Uri.file(path)).then(
    document => document,
    () => null,
  );
}
