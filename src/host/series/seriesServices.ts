import type * as vscode from 'vscode';
import type { Engines } from '../engines.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import type { Log } from '../say/log.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import type { SeriesNotes } from './seriesNotes.ts';

/** What every panel of a series shares. */
export interface SeriesServices {
  readonly extensionUri: vscode.Uri;
  readonly engines: Engines;
  readonly log: Log;
  readonly known: KnownLeaks;
  readonly source: SourceOpener;
  readonly diffs: DiffPanels;
  readonly notes: SeriesNotes;
}
