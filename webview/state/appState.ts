import type { NodeDetails } from '../../src/core/answers/details.ts';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { Headline } from '../../src/core/answers/headline.ts';
import type { ViewOptions } from '../../src/core/answers/looks.ts';
import type { Suspect } from '../../src/core/answers/requests.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import type { Table } from '../../src/core/answers/tableColumns.ts';
import type { Palette } from '../../src/core/flame/palette.ts';
import type { DifferenceMode } from '../../src/core/flame/widthMode.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { FilterField } from '../../src/core/stacks/filterFields.ts';
import type { AboutSource, LeakedGoroutines, Phase, Problem, Tab, WidthMode } from '../../src/protocol.ts';
import type { Around } from './around.ts';
import type { FrameNames } from './frameNames.ts';
import type { Scene } from './scene.ts';
import type { SearchState } from './search.ts';
import type { SuspectsOrder } from './suspectList.ts';
import type { TopLook } from './topLook.ts';
import type { ViewHistory } from './viewHistory.ts';

/** What fills the panel. */
export type Screen =
  | { readonly kind: 'progress'; readonly phase: Phase; readonly fraction: number }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'open' };

/**
 * What a tab has asked for. `for` tells for which question, so that a late answer is not shown for another. `renewing`: it
 * is on its way with more known, and what is there is no less true meanwhile.
 */
export type Loaded<Value> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading'; readonly for: string }
  | { readonly kind: 'ready'; readonly for: string; readonly value: Value; readonly renewing?: true }
  | { readonly kind: 'refused'; readonly for: string; readonly problem: Problem };

/** A view that is to be shown; its identity tells it from every other. */
export interface Wanted {
  readonly options: ViewOptions;
  /** What comes on screen together with the view, so that nothing there speaks of another diff than the rest. */
  readonly news: Partial<AppState> | null;
}

/** Details that were asked for; `answer` is null when they were refused. */
export interface AskedDetails {
  readonly for: string;
  readonly answer: Promise<NodeDetails | null>;
  /** The answer once it is there. */
  readonly value: NodeDetails | null;
}

/** Rows of the Top tab and their names. */
export interface TopRows {
  readonly table: Table;
  readonly names: FrameNames;
}

/** What is dragged over the page: files by their addresses, or without any, as those from outside VS Code are. */
export type Dragged = 'named' | 'unnamed';

/** Everything that is on screen follows from this. */
export interface AppState {
  readonly screen: Screen;
  /** URIs, to be kept for a reload. */
  readonly base: string | null;
  readonly current: string | null;
  /** Which of the two is the base is settled; else the earlier one will be. */
  readonly isOrdered: boolean;
  readonly diff: DiffInfo | null;
  /** Of what the host said last of files that are open; 0 before. */
  readonly revision: number;
  readonly options: ViewOptions | null;
  /** As chosen; one profile alone is always drawn as `current`. */
  readonly width: WidthMode;
  /** The width that was last chosen of those that show the difference. */
  readonly difference: DifferenceMode;
  readonly palette: Palette;
  readonly tab: Tab;
  /** Keys from below the root to the zoomed node. */
  readonly zoom: readonly string[];
  /** Nobody has seen these files here before: where to look first is not chosen yet. */
  readonly unseen: boolean;
  /** The whole tree, which the headline speaks of. */
  readonly overall: Scene | null;
  /** What is drawn: the whole tree, or one of its subtrees in full. */
  readonly scene: Scene | null;
  /** Nodes of `scene`. */
  readonly zoomed: number;
  readonly selected: number;
  /** Of the selected node. */
  readonly details: AskedDetails | null;
  /** Keys to the node that the next tree has selected; null for where it changed most. */
  readonly toSelect: readonly string[] | null;
  /** What can be undone and redone. */
  readonly history: ViewHistory;
  readonly top: Loaded<TopRows>;
  readonly topLook: TopLook;
  readonly suspects: Loaded<readonly Suspect[]>;
  readonly suspectsBy: SitesBy;
  readonly suspectsOrder: SuspectsOrder;
  /** What is said of the whole; null until there is a view. */
  readonly headline: Headline | null;
  /** Counts what the host has found out of the reader's own code, which headline and suspects depend on. */
  readonly ownCode: number;
  readonly neighbours: Loaded<Around>;
  readonly search: SearchState;
  /** What was chosen last and is not shown yet; null when what is on screen (`options`) is what is wanted. */
  readonly wanted: Wanted | null;
  /** A part of the tree that is asked for in full. */
  readonly subtree: { readonly node: number } | null;
  /** There are no files to ask about: they are being read or turned round, or could not be read. */
  readonly reading: boolean;
  /** A request that failed, until it is dismissed or the next one succeeds. */
  readonly trouble: Problem | null;
  readonly stale: Problem | null;
  /** `place` is one whose file the user may point out. */
  readonly sourceStatus: { readonly message: string; readonly place: Place | null } | null;
  /** What the host knows of the line that was opened last. */
  readonly about: AboutSource | null;
  /** What the host knows of the lines of sites: of the headline's, and of suspects. */
  readonly aboutSites: readonly AboutSource[];
  /** What was captured of leaked goroutines beside the heaps; null for nothing. */
  readonly leaked: LeakedGoroutines | null;
  /** Paths of the workspace's Go modules. */
  readonly goModules: readonly string[];
  /** What the host wants seen, until the tree that is wanted is there to select it in. */
  readonly toReveal: Place | null;
  /** The filter that is being typed, and what it was before. */
  readonly editing: { readonly field: FilterField; readonly from: string } | null;
  /** Null while nothing that concerns this page is dragged over it. */
  readonly dragged: Dragged | null;
  /** The summary says everything, not only its first line. */
  readonly headlineOpen: boolean;
  /** All that is known of the selected frame is shown, not only its name and its change. */
  readonly detailsOpen: boolean;
}
