import * as vscode from 'vscode';
import type { Declaration } from '../../core/code/declarations/declaration.ts';
import { type Drift, type FrameLine, findDrift } from '../../core/code/drift.ts';
import { type Language, languageOf } from '../../core/code/language.ts';
import { type SourceSymbol, symbolDeclarations } from '../../core/code/symbolDeclarations.ts';

/** A language server that is still reading the workspace is not waited for. Milliseconds. */
const patience = 1_000;

/** Longer than any source that is written, in characters; a text past it is not read for what it declares. */
export const longestText = 4 << 20;

/**
 * Follows a frame's line into a document as it is now: by the text, and where that does not have the function, by what
 * the language server knows of it.
 */
export async function driftIn(document: vscode.TextDocument, frame: FrameLine): Promise<Drift> {
  const language = languageOf(document.uri.path);
  const text = document.getText();
  // Reading it would hold up everything else of the editor.
  if (text.length > longestText) return findDrift(text, null, frame);
  const drift = findDrift(text, language, frame);
  if (language === null || drift.status !== 'gone') return drift;
  const declarations = await declarationsFromServer(document.uri, language);
  return declarations.length === 0 ? drift : findDrift(text, language, frame, declarations);
}

async function declarationsFromServer(uri: vscode.Uri, language: Language): Promise<readonly Declaration[]> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), patience));
  const asked = vscode.commands.executeCommand<unknown>('vscode.executeDocumentSymbolProvider', uri);
  const answer = await Promise.race([Promise.resolve(asked).catch(() => undefined), late]);
  return Array.isArray(answer) ? symbolDeclarations(answer.flatMap(symbolOf), language) : [];
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
