import type * as vscode from 'vscode';
import { views } from '../../manifest.ts';
import type { SeriesState } from '../../seriesProtocol.ts';
import { Disposable } from '../disposable.ts';
import { webviewOptions } from '../panel/panelHtml.ts';
import { openTab } from '../say/tabs.ts';
import { restoredSeries, seriesTitle } from './savedSeries.ts';
import { SeriesPanel } from './seriesPanel.ts';
import type { SeriesServices } from './seriesServices.ts';

/** All panels "Heap over time" that are open: new ones, and those that a reloaded window brings back. */
export class SeriesPanels extends Disposable implements vscode.WebviewPanelSerializer<unknown> {
  readonly #services: SeriesServices;
  readonly #open = new Set<SeriesPanel>();

  constructor(services: SeriesServices) {
    super();
    this.#services = services;
  }

  /** Shows a series, in the panel that already has it if there is one. */
  show(state: SeriesState): void {
    const there = [...this.#open].find(panel => panel.shows(state));
    if (there !== undefined) {
      there.reveal();
      return;
    }
    const options = webviewOptions(this.#services.extensionUri);
    this.#keep(openTab(views.series, seriesTitle(state), options), state);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#keep(panel, restoredSeries(state));
  }

  override dispose(): void {
    for (const panel of this.#open) panel.dispose();
    super.dispose();
  }

  #keep(webview: vscode.WebviewPanel, state: SeriesState | null): void {
    const panel = new SeriesPanel(this.#services, webview, state);
    this.#open.add(panel);
    webview.onDidDispose(() => this.#open.delete(panel));
  }
}
