import * as vscode from 'vscode';
import {
  type Drift,
  type FrameFollower,
  type FrameLine,
  followFrames,
  followNothing,
} from '../../core/code/drift.ts';
import { frameName } from '../../core/code/frameName.ts';
import { type Language, languageOf } from '../../core/code/language.ts';
import { type SourceSymbol, symbolDeclarations } from '../../core/code/symbolDeclarations.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { inUtf8 } from '../../engine/code/text.ts';
import { textInPieces, type VersionedText } from './textInPieces.ts';

/** A language server that is still reading the workspace is not waited for. Milliseconds. */
const patience = 1_000;

/** The text of a document as it is now or, where it is edited meanwhile, then. */
export function textOf(document: vscode.TextDocument): Promise<VersionedText> {
  return textInPieces({
    get version() {
      return document.version;
    },
    get lineCount() {
      return document.lineCount;
    },
    textOf: (from, to) => document.getText(new vscode.Range(from, 0, to, 0)),
  });
}

/**
 * Follows frames of these functions, as the profile names them, into a document whose text is this, in pieces, null where it is too
 * long. Rejects with `Cancelled`, and with nothing else.
 */
export async function followerIn(
  code: CodeClient,
  { lineCount, uri }: vscode.TextDocument,
  pieces: readonly string[] | null,
  functions: readonly string[],
  signal?: AbortSignal,
): Promise<FrameFollower> {
  const language = languageOf(uri.path);
  if (language === null) return followNothing(lineCount, 'unknown');
  const text = pieces && (await inUtf8(pieces));
  const outline = text === null ? null : await code.outline({ path: uri.path, text, functions }, signal);
  return outline === null ? followNothing(lineCount, 'unread') : followFrames(outline, language);
}

/**
 * Follows a frame's line into a document as it is now. What the parser finds where it was has not moved, and function
 * literals of Go are known to it alone; of all else a language server tells best, as soon as it has started.
 */
export async function driftIn(
  code: CodeClient,
  document: vscode.TextDocument,
  frame: FrameLine,
): Promise<Drift> {
  const { lineCount, uri } = document;
  const language = languageOf(uri.path);
  if (language === null) return followNothing(lineCount, 'unknown').drift(frame);
  const { pieces } = await textOf(document);
  const parsed = (await followerIn(code, document, pieces, [frame.name])).drift(frame);
  const isLiteral = (frameName(language, frame.name)?.literals.length ?? 0) > 0;
  if (parsed.status === 'same' || isLiteral) return parsed;
  const served = (await followerByServer(uri, language, lineCount))?.drift(frame);
  return served === undefined || served.status === 'gone' ? parsed : served;
}

/** Null when no language server has answered in time. */
async function followerByServer(
  uri: vscode.Uri,
  language: Language,
  lines: number,
): Promise<FrameFollower | null> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), patience));
  const asked = vscode.commands.executeCommand<unknown>('vscode.executeDocumentSymbolProvider', uri);
  const answer = await Promise.race([Promise.resolve(asked).catch(() => undefined), late]);
  const declarations = Array.isArray(answer) ? symbolDeclarations(answer.flatMap(symbolOf), language) : [];
  return declarations.length === 0
    ? null
    : followFrames({ declarations, lines, linked: new Map() }, language);
}

const functionKinds = new Set([
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Constructor,
]);

function symbolOf(symbol: unknown): SourceSymbol[] {
  if (!(symbol instanceof vscode.DocumentSymbol)) return [];
  return [
    {
      name: symbol.name,
      isFunction: functionKinds.has(symbol.kind),
      startLine: symbol.range.start.line + 1,
      endLine: symbol.range.end.line + 1,
      nameLine: symbol.selectionRange.start.line + 1,
      children: symbol.children.flatMap(symbolOf),
    },
  ];
}
