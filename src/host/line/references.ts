import * as vscode from 'vscode';
import type { HintPosition, Subject } from '../../core/hints/hint.ts';
import { lengthOf, type Text, type Texts } from '../../engine/code/text.ts';
import { unlessAborted } from '../../engine/threads/unlessAborted.ts';
import { pathFrom } from './pathFrom.ts';
import { textNow } from './textNow.ts';

const mostReferences = 2_000;
/** Files outside of the package's folder, and all of their text. */
const mostOthers = 50;
const mostBytes = 16 << 20;

/** Every use of a name in the workspace that a language server knows. */
export interface References {
  /** Files by their paths from the package's folder: `cache.go`, `../other/x.go`. */
  readonly found: readonly HintPosition[];
  /** The files that are not in the folder. */
  readonly others: Texts;
}

/** Who waits for an answer. */
export interface Waiting {
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly patience: number;
  /** Called when a server answers after it was given up. */
  readonly onLate: () => void;
}

/**
 * Asks the language server where a name of a file of this folder is used. Null when none has answered in time,
 * `tooMany` when these are more than can be read. Rejects with `Cancelled` when `signal` says so.
 */
export async function referencesOf(
  folder: vscode.Uri,
  subject: Subject,
  { signal, patience, onLate }: Waiting,
): Promise<References | 'tooMany' | null> {
  const uri = vscode.Uri.joinPath(folder, subject.file);
  const at = new vscode.Position(subject.line - 1, subject.column);
  const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), patience));
  const asked = Promise.resolve(
    vscode.commands.executeCommand<unknown>('vscode.executeReferenceProvider', uri, at),
  ).catch(() => undefined);
  const answer = await unlessAborted(Promise.race([asked, late]), signal);
  if (answer === 'late') void asked.then(found => isSome(found) && onLate());
  if (!isSome(answer)) return null;
  const locations = answer
    .filter(each => each instanceof vscode.Location)
    .filter(each => vscode.workspace.getWorkspaceFolder(each.uri) !== undefined);
  if (locations.length > mostReferences) return 'tooMany';
  const found = new Map<string, HintPosition>();
  const outside = new Map<string, vscode.Uri>();
  for (const { uri: file, range } of locations) {
    const path = pathFrom(folder, file);
    if (path === null) return 'tooMany';
    if (path.includes('/')) outside.set(path, file);
    const { line, character } = range.start;
    found.set(`${path}:${line}:${character}`, { file: path, line: line + 1, column: character });
  }
  const others = await readAll(outside, signal);
  return others === null ? 'tooMany' : { found: [...found.values()], others };
}

function isSome(answer: unknown): answer is readonly unknown[] {
  return Array.isArray(answer) && answer.length > 0;
}

/** Null when they are too many, too long, or cannot be read. */
async function readAll(files: ReadonlyMap<string, vscode.Uri>, signal: AbortSignal): Promise<Texts | null> {
  if (files.size > mostOthers) return null;
  const texts = new Map<string, Text>();
  let bytes = 0;
  for (const [path, uri] of files) {
    const text = await unlessAborted(
      textNow(uri, mostBytes).catch(() => null),
      signal,
    );
    if (text === null) return null;
    bytes += lengthOf(text);
    if (bytes > mostBytes) return null;
    texts.set(path, text);
  }
  return texts;
}
