import type * as vscode from 'vscode';
import type { Order } from '../../engine/session.ts';
import type { ToWebview } from '../../protocol.ts';
import type { ShownPair } from '../../tools/forAi.ts';
import type { AboutLine } from '../annotations/aboutLine.ts';
import type { Engines } from '../engines.ts';
import type { Compared } from '../files/compared.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import type { RecentComparisons } from '../files/recentComparisons.ts';
import type { Log } from '../say/log.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';

/** What every panel shares. */
export interface SharedServices {
  readonly extensionUri: vscode.Uri;
  readonly engines: Engines;
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

/** What a panel begins with. */
export interface PanelStart {
  /** Null for a restored panel whose state cannot be read. */
  readonly compared: Compared | null;
  readonly order: Order;
  /** No earlier window had it, whose page may have saved how the files are looked at. */
  readonly isNew: boolean;
}

/** What is to be seen in a panel: a function, or the profiles as a link has them. */
export type Sought = Extract<ToWebview, { readonly type: 'reveal' | 'look' }>;

/** What a page does when it is told to. */
export type PanelOrder = Extract<ToWebview, { readonly type: 'frameAction' | 'copyLink' }>;
