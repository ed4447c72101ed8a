import type * as vscode from 'vscode';
import type { ToWebview } from '../../protocol.ts';
import type { ShownPair } from '../../tools/forAi.ts';
import type { AboutLine } from '../annotations/aboutLine.ts';
import type { Compared } from '../files/compared.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import type { RecentComparisons } from '../files/recentComparisons.ts';
import type { Log } from '../say/log.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';

/** What every panel shares. */
export interface SharedServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  readonly source: SourceOpener;
  readonly aboutLine: AboutLine;
  readonly shown: ShownDiffs;
  readonly known: KnownLeaks;
  readonly recent: RecentComparisons;
  /** A pair as Markdown for an assistant. */
  readonly forAi: (pair: ShownPair) => Promise<string>;
}

/** What a panel works with. */
export interface PanelServices extends SharedServices {
  /** Shows two files, the earlier as the base, in a panel of their own. */
  readonly compare: (pair: Compared) => void;
}

/** What is to be seen in a panel: a function, or the profiles as a link has them. */
export type Sought = Extract<ToWebview, { readonly type: 'reveal' | 'look' }>;

/** What a page does when it is told to. */
export type PanelOrder = Extract<ToWebview, { readonly type: 'frameAction' | 'copyLink' }>;
