import type * as vscode from 'vscode';
import type { Order } from '../../engine/session.ts';
import { views } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import { type Compared, restored, titleOf } from '../files/compared.ts';
import { openTab } from '../say/tabs.ts';
import { DiffPanel } from './diffPanel.ts';
import { webviewOptions } from './panelHtml.ts';
import type { PanelServices, PanelStart, SharedServices, Sought } from './panelServices.ts';

/**
 * All panels that are open: new comparisons, comparisons that a reloaded window brings back, and the custom
 * editor of one profile.
 */
export class DiffPanels
  extends Disposable
  implements
    vscode.WebviewPanelSerializer<unknown>,
    vscode.CustomReadonlyEditorProvider<vscode.CustomDocument>
{
  readonly #services: PanelServices;
  readonly #open = new Set<DiffPanel>();

  constructor(services: SharedServices) {
    super();
    this.#services = { ...services, compare: pair => this.compare(pair, 'byTime') };
  }

  /** Shows a comparison, in the panel that already has it if there is one, and what is `sought` in it. */
  compare(compared: Compared, order: Order, sought: Sought | null = null): void {
    const there = [...this.#open].find(panel => panel.shows(compared));
    if (there !== undefined) {
      there.show(sought);
      // A link says which of the files is the base.
      if (sought?.type === 'look') void there.turnTo(compared);
      return;
    }
    const options = webviewOptions(this.#services.extensionUri);
    const panel = openTab(views.diff, titleOf(compared), options);
    this.#keep(panel, { compared, order, isNew: true }).show(sought);
  }

  /** The panel in front, or the only one. */
  get active(): DiffPanel | undefined {
    const open = [...this.#open];
    return open.find(panel => panel.active) ?? (open.length === 1 ? open[0] : undefined);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { compared = null, order = 'asGiven' } = restored(state) ?? {};
    this.#keep(panel, { compared, order, isNew: false });
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor(document: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const compared = { base: null, current: document.uri };
    this.#keep(panel, { compared, order: 'asGiven', isNew: true });
  }

  override dispose(): void {
    for (const panel of this.#open) panel.dispose();
    super.dispose();
  }

  #keep(webview: vscode.WebviewPanel, start: PanelStart): DiffPanel {
    const panel = new DiffPanel(this.#services, webview, start);
    this.#open.add(panel);
    webview.onDidDispose(() => this.#open.delete(panel));
    return panel;
  }
}
