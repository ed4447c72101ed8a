import * as vscode from 'vscode';
import { Disposable } from '../disposable.ts';

/** How long the line stays lit, milliseconds. */
const highlightTime = 1_500;

/** Shows one line of a file in an editor and lights it for a moment. */
export class LineReveal extends Disposable {
  readonly #highlight = this.register(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
      isWholeLine: true,
    }),
  );
  #lit: { readonly editor: vscode.TextEditor; readonly fading: ReturnType<typeof setTimeout> } | undefined;

  /** `line` is 1-based, 0 when unknown; past the end it is the last one. `reveal` leaves the focus where it is. */
  async show(
    uri: vscode.Uri,
    line: number,
    how: 'reveal' | 'go',
    viewColumn: vscode.ViewColumn,
  ): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const text = document.lineAt(Math.min(Math.max(line - 1, 0), document.lineCount - 1));
    const start = text.range.start.translate(0, text.firstNonWhitespaceCharacterIndex);
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn,
      preserveFocus: how === 'reveal',
      preview: true,
      selection: new vscode.Range(start, start),
    });
    editor.revealRange(text.range, vscode.TextEditorRevealType.InCenter);
    this.#fade();
    editor.setDecorations(this.#highlight, [text.range]);
    this.#lit = { editor, fading: setTimeout(() => this.#fade(), highlightTime) };
  }

  /** Puts the line out that is lit, in whichever editor it is. */
  #fade(): void {
    clearTimeout(this.#lit?.fading);
    this.#lit?.editor.setDecorations(this.#highlight, []);
    this.#lit = undefined;
  }

  override dispose(): void {
    clearTimeout(this.#lit?.fading);
    super.dispose();
  }
}

/** A column next to the panel that is already there, best one that shows text; else a new one. */
export function columnBeside(panelColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const others = vscode.window.tabGroups.all.filter(group => group.viewColumn !== panelColumn);
  const withText = others.find(group => group.activeTab?.input instanceof vscode.TabInputText);
  return (withText ?? others[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** The column of the text editor in front; where a panel is in front, one beside it. */
export function columnOfEditor(): vscode.ViewColumn {
  const { activeTab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof vscode.TabInputWebview ? columnBeside(viewColumn) : viewColumn;
}
