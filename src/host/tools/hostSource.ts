import * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import { isOwn } from '../../core/source/isOwn.ts';
import { asProfiled, type FoundPlace } from '../../core/tell/toldPlace.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { SourceAround } from '../../tools/surroundings.ts';
import type { LeakHints } from '../line/leakHints.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
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

/** Source as a window of VS Code finds it, in whatever file system. `signal` ends what is waited for. */
export function hostSource(
  { finder, code, authors, hints }: SourceServices,
  signal: AbortSignal,
): SourceAround {
  /** Of the paths that were found: in a file system that is no disk, a path alone does not lead anywhere. */
  const uris = new Map<string, vscode.Uri>();
  const opened = async ({ path }: FoundPlace): Promise<vscode.TextDocument | null> => {
    const uri = uris.get(path);
    return uri === undefined ? null : documentOf(uri);
  };
  return {
    find: async place => {
      const located = place.file === '' ? null : await finder.find(place.file, place.name);
      if (located?.kind !== 'found') return asProfiled(place);
      const uri = uriOf(located.file);
      const found = { name: place.name, path: pathOf(uri), line: place.line, isFound: true };
      uris.set(found.path, uri);
      // Libraries are not edited: their lines are those of the build.
      return place.line === 0 || !isOwn(located.file)
        ? found
        : { ...found, line: await lineToday(code, uri, place) };
    },
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
      const found = document && (await authors.of(document, place.line - 1));
      return found && { ...found, hash: found.hash.slice(0, 8) };
    },
    hint: async (place, { growth, kind }) => {
      const document = await opened(place);
      const hinted = { growth: { ...growth, line: place.line }, kind, own: true };
      return document && hints.of(document, place.line - 1, hinted, signal);
    },
  };
}

/** As a person would open it: a path on a disk, else the whole address. */
function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

/** The line of a place, which follows its function. */
async function lineToday(code: CodeClient, uri: vscode.Uri, place: Place): Promise<number> {
  const document = await documentOf(uri);
  return document === null ? place.line : (await driftIn(code, document, place)).line;
}

/** What is typed included; null where it cannot be opened. */
async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  return vscode.workspace.openTextDocument(uri).then(
    document => document,
    () => null,
  );
}
