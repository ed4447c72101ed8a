import { FlattenMap, type TraceMap, traceSegment } from '@jridgewell/trace-mapping';
import { decodeUtf8 } from '../formats/decodeUtf8.ts';
import { bounds } from '../formats/limits.ts';
import { nameColumn } from './functionAt.ts';
import { inlineMap, mapAddress } from './mapAddress.ts';
import type { Script } from './script.ts';

/** A function as source has it. */
export interface Original {
  readonly name: string;
  /** The map's path of it, resolved. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A position as V8 gives it, as a profile has it: line and column from 1, 0 where there is none. */
export interface Position {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A script with its map, read. */
export interface GeneratedScript {
  readonly isCertain: boolean;
  /** Files that the map speaks of, resolved. */
  readonly sources: readonly string[];
  /** Whether a function of that name begins there; null where its name does not tell. */
  readonly has: (position: Position) => boolean | null;
  /** Where that function was written, null where the map does not say. */
  readonly originalOf: (position: Position) => Original | null;
}

/** Reads a script and its map, also one in sections. Null for a map that is none. */
export function generatedScript({ text, map, mapPath, isCertain }: Script): GeneratedScript | null {
  const json = map ?? inlineMap(mapAddress(text) ?? '');
  const trace = json && readMap(decodeUtf8(json, 0, json.length), mapPath);
  if (trace === null) return null;
  const lines = decodeUtf8(text, 0, text.length).split(/\r\n|[\n\r\u2028\u2029]/);
  const nameAt = ({ name, line, column }: Position): number | null | undefined =>
    nameColumn(lines[line - 1] ?? '', column - 1, name);
  return {
    isCertain,
    sources: trace.resolvedSources.flatMap((file, i) => (trace.sources[i] ? [withoutQuery(file)] : [])),
    has: position => {
      if (position.line < 1 || position.column < 1) return null;
      const at = nameAt(position);
      return at === null ? null : at !== undefined;
    },
    originalOf: position => {
      if (position.line < 1 || position.column < 1) return null;
      const [, source, line] = segmentAt(trace, position.line, position.column - 1);
      // The folder of the map is what a source without a path would be resolved to.
      const file = source !== undefined && trace.sources[source] ? trace.resolvedSources[source] : undefined;
      if (!file || line === undefined || file.length > bounds.nameLength) return null;
      const name = originalName(trace, position, nameAt(position));
      return { name, file: withoutQuery(file), line: line + 1 };
    },
  };
}

/** What bundlers tell files by that they make of one: `page.vue?f1a2`. */
function withoutQuery(file: string): string {
  return file.replace(/\?[^/]*$/, '');
}

/** The name that the map has for the function's own; else what it is called in the script. */
function originalName(trace: TraceMap, { name, line }: Position, at: number | null | undefined): string {
  if (at === null || at === undefined || at < 0) return name;
  const [column, , , , id] = segmentAt(trace, line, at);
  const written = column === at && id !== undefined ? trace.names[id] : undefined;
  return typeof written === 'string' && written !== '' && written.length <= bounds.nameLength
    ? written
    : name;
}

function segmentAt(trace: TraceMap, line: number, column: number): readonly (number | undefined)[] {
  return traceSegment(trace, line - 1, column) ?? [];
}

function readMap(json: string, path: string): TraceMap | null {
  try {
    // A first line `)]}'` keeps a map from being run as a script.
    const map = new FlattenMap(json.replace(/^\)\]\}'[^\n]*\n/, ''), path);
    // What it maps is decoded at the first question.
    traceSegment(map, 0, 0);
    return map;
  } catch {
    return null;
  }
}
