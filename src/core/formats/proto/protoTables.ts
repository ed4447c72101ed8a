import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../error.ts';
import type { FunctionColumns, LocationColumns, Mapping, StringTable } from '../../profile.ts';
import { bounds, type Limits } from '../limits.ts';
import { LineColumnsBuilder } from '../lineColumns.ts';
import { IdTable } from './protoIds.ts';
import type { Spans } from './spans.ts';
import { lengthType, varintType, WireCursor } from './wire.ts';

export interface MappingTable {
  readonly ids: IdTable;
  readonly mappings: readonly Mapping[];
}

export interface FunctionTable {
  readonly ids: IdTable;
  readonly functions: FunctionColumns;
}

export interface LocationTable {
  readonly ids: IdTable;
  readonly locations: LocationColumns;
}

/** Reads every mapping. Ids are unique and not 0. */
export function readMappings(bytes: Uint8Array, spans: Spans, strings: StringTable): MappingTable {
  if (spans.length > bounds.mappings) throw new ProfileError('tooLarge', l10n.t`${spans.length} mappings`);
  const ids = new IdTable('mapping', spans.length);
  const mappings: Mapping[] = [];
  forEachMessage(bytes, spans, (cursor, at) => {
    let idLow = 0;
    let idHigh = 0;
    let start = 0n;
    let limit = 0n;
    let fileOffset = 0n;
    let file = 0;
    let buildId = 0;
    while (cursor.next()) {
      if (cursor.field >= 1 && cursor.field <= 10) cursor.expect(varintType);
      switch (cursor.field) {
        case 1:
          idLow = cursor.low;
          idHigh = cursor.high;
          break;
        case 2:
          start = cursor.bigUnsigned();
          break;
        case 3:
          limit = cursor.bigUnsigned();
          break;
        case 4:
          fileOffset = cursor.bigUnsigned();
          break;
        case 5:
          file = cursor.string(strings.length);
          break;
        case 6:
          buildId = cursor.string(strings.length);
          break;
      }
    }
    ids.add(idLow, idHigh, at);
    mappings.push({ start, limit, fileOffset, file: strings.get(file), buildId: strings.get(buildId) });
  });
  return { ids, mappings };
}

/** Reads every function. Ids are unique and not 0. */
export function readFunctions(bytes: Uint8Array, spans: Spans, strings: StringTable): FunctionTable {
  const ids = new IdTable('function', spans.length);
  const name = new Uint32Array(spans.length);
  const systemName = new Uint32Array(spans.length);
  const file = new Uint32Array(spans.length);
  const startLine = new Float64Array(spans.length);
  forEachMessage(bytes, spans, (cursor, at) => {
    const row = ids.length;
    let idLow = 0;
    let idHigh = 0;
    while (cursor.next()) {
      switch (cursor.field) {
        case 1:
          cursor.expect(varintType);
          idLow = cursor.low;
          idHigh = cursor.high;
          break;
        case 2:
          name[row] = cursor.string(strings.length);
          break;
        case 3:
          systemName[row] = cursor.string(strings.length);
          break;
        case 4:
          file[row] = cursor.string(strings.length);
          break;
        case 5:
          startLine[row] = cursor.signed();
          break;
      }
    }
    ids.add(idLow, idHigh, at);
  });
  return { ids, functions: { count: spans.length, name, systemName, file, startLine } };
}

/** Where a 64-bit entry's low word stands among the two words it is made of. */
const lowWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

/**
 * Reads every location. Ids are unique and not 0. A line's function has to exist; a mapping that does not is
 * taken for none, as pprof does.
 */
export function readLocations(
  bytes: Uint8Array,
  spans: Spans,
  mappingIds: IdTable,
  functionIds: IdTable,
  limits: Limits,
): LocationTable {
  const ids = new IdTable('location', spans.length);
  const address = new BigUint64Array(spans.length);
  const addressWords = new Uint32Array(address.buffer);
  const mapping = new Int32Array(spans.length).fill(-1);
  const folded = new Uint8Array(spans.length);
  const lineStart = new Uint32Array(spans.length + 1);
  const lines = new LineColumnsBuilder(2 * spans.length, limits);
  const line = new WireCursor(bytes);

  const readLine = (from: number, to: number, at: number): void => {
    line.enter(from, to);
    let row = -1;
    let number = 0;
    let column = 0;
    while (line.next()) {
      if (line.field >= 1 && line.field <= 3) line.expect(varintType);
      switch (line.field) {
        case 1:
          row = functionIds.rowOf(line.low, line.high);
          break;
        case 2:
          number = line.signed();
          break;
        case 3:
          column = line.signed();
          break;
      }
    }
    if (row < 0)
      throw new ProfileError('malformed', l10n.t('a line names a function that does not exist'), at);
    lines.add(row, number, column);
  };

  forEachMessage(bytes, spans, (cursor, at) => {
    const row = ids.length;
    let idLow = 0;
    let idHigh = 0;
    while (cursor.next()) {
      if (cursor.field === 4) {
        cursor.expect(lengthType);
        readLine(cursor.start, cursor.stop, cursor.at);
        continue;
      }
      if (cursor.field >= 1 && cursor.field <= 5) cursor.expect(varintType);
      switch (cursor.field) {
        case 1:
          idLow = cursor.low;
          idHigh = cursor.high;
          break;
        case 2:
          mapping[row] = mappingIds.rowOf(cursor.low, cursor.high);
          break;
        case 3:
          addressWords[2 * row + lowWord] = cursor.low;
          addressWords[2 * row + 1 - lowWord] = cursor.high;
          break;
        case 5:
          folded[row] = cursor.low !== 0 || cursor.high !== 0 ? 1 : 0;
          break;
      }
    }
    ids.add(idLow, idHigh, at);
    lineStart[row + 1] = lines.count;
  });
  return {
    ids,
    locations: {
      count: spans.length,
      address,
      mapping,
      folded,
      lineStart,
      ...lines.build(),
    },
  };
}

/** Calls `read` with a cursor on each message, and the offset of its first byte. */
function forEachMessage(
  bytes: Uint8Array,
  spans: Spans,
  read: (message: WireCursor, at: number) => void,
): void {
  const message = new WireCursor(bytes);
  for (let i = 0; i < spans.length; i++) {
    message.enter(spans.start(i), spans.stop(i));
    read(message, spans.start(i));
  }
}
