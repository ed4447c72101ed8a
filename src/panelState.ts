import * as v from 'valibot';
import type { DiffInfo } from './core/answers/diffInfo.ts';
import type { ViewOptions } from './core/answers/looks.ts';
import { palettes } from './core/flame/palette.ts';
import { widthModes } from './core/flame/widthMode.ts';
import { filterFields, noFilter } from './core/stacks/filterFields.ts';
import { uri } from './messageFields.ts';
import { expression, tabs, viewOptions } from './protocol.ts';

const columnId = v.pipe(v.string(), v.maxLength(50));

/** As they were saved: parts of the filter that do not fit are off. */
const savedOptions = v.object({
  ...viewOptions.entries,
  filter: v.fallback(v.object(v.entriesFromList(filterFields, v.fallback(expression, ''))), noFilter),
});

/**
 * All that survives a window reload, kept by the webview (`setState`) and handed back to the host by the serializer. It
 * may come from an older version: what does not fit is left out.
 */
export const panelState = v.object({
  version: v.literal(1),
  /** URIs as strings; `base` is null for one profile alone. Both null before files are known. */
  base: v.fallback(v.nullable(uri), null),
  current: v.fallback(v.nullable(uri), null),
  /** False until the files have been read: then the earlier one will be the base. */
  isOrdered: v.fallback(v.boolean(), true),
  /** Null until the first view has arrived. */
  options: v.fallback(v.nullable(savedOptions), null),
  width: v.fallback(v.picklist(widthModes), 'change'),
  palette: v.fallback(v.picklist(palettes), 'direction'),
  tab: v.fallback(v.picklist(tabs), 'flame'),
  /** Frame names from the root to the zoomed node, root left out; empty when not zoomed. */
  zoom: v.fallback(v.pipe(v.array(v.string()), v.readonly()), []),
  /** Ids of the Top tab's columns, null for as many as there is room for; the one that sorts, null for the engine's order. */
  topColumns: v.fallback(v.nullable(v.pipe(v.array(columnId), v.maxLength(50), v.readonly())), null),
  topSort: v.fallback(v.nullable(v.object({ column: columnId, descending: v.boolean() })), null),
  /** What is folded open. */
  headlineOpen: v.fallback(v.boolean(), false),
  detailsOpen: v.fallback(v.boolean(), true),
});
export type PanelState = Readonly<v.InferOutput<typeof panelState>>;

/** How files are looked at first, where no state says otherwise. */
export function firstLook({ defaultSampleType }: DiffInfo): ViewOptions {
  return { sampleType: defaultSampleType, granularity: 'functions', normalize: false, filter: noFilter };
}

/** The part of a `PanelState` that the host needs to open the files again; without it there is nothing to open. */
export const savedFiles = v.object({
  version: v.literal(1),
  base: v.nullable(uri),
  current: uri,
  isOrdered: panelState.entries.isOrdered,
});
export type SavedFiles = Readonly<v.InferOutput<typeof savedFiles>>;
