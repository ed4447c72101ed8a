import type * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import { explainLeak } from '../../core/hints/explainLeak.ts';
import type { Hint } from '../../core/hints/hint.ts';
import type { PackageSources } from './packageSources.ts';

/** Guesses why a line leaks, from the source around it. */
export class LeakHints {
  readonly #sources: PackageSources;

  constructor(sources: PackageSources) {
    this.#sources = sources;
  }

  /** `line` is where the growth stands in the document today, 0-based; `own` says that the document is the reader's. */
  async of(document: vscode.TextDocument, line: number, growth: Growth, own: boolean): Promise<Hint | null> {
    const { stack, value, retained, name } = growth;
    if (stack.length === 0 || value.current <= value.base) return null;
    const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const sources = own ? await this.#sources.of(document) : new Map<string, string>();
    const site = own && sources.has(file) ? { file, line: line + 1, name } : null;
    return explainLeak({ sources, site, stack, retained: retained?.share ?? null });
  }
}
