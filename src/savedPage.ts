import type { NodeDetails } from './core/answers/details.ts';
import type { DiffInfo } from './core/answers/diffInfo.ts';
import type { Suspect, View } from './core/answers/requests.ts';
import type { SitesBy } from './core/answers/sitesBy.ts';
import type { Table } from './core/answers/tableColumns.ts';

/** Where a saved page has its data: the id of an element that holds them as JSON. */
export const savedElement = 'saved';

/** All that a saved page knows of a diff: the answers to what its own code asks, and nothing of the files besides. */
export interface SavedAnswers {
  readonly diff: DiffInfo;
  readonly view: View;
  readonly table: Table;
  /** One profile alone has none. */
  readonly suspects: Readonly<Partial<Record<SitesBy, readonly Suspect[]>>>;
  /** By node: those of the widest boxes. */
  readonly details: Readonly<Record<number, NodeDetails>>;
}

/** How a typed array stands in the JSON: its bytes, little-endian, in base64. */
export interface SavedArray {
  readonly $array:
    | 'Uint8Array'
    | 'Uint16Array'
    | 'Uint32Array'
    | 'Int32Array'
    | 'Float32Array'
    | 'Float64Array';
  readonly base64: string;
}
