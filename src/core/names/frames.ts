import { assertNever } from '../assertNever.ts';
import type { Frame, IdColumn, Line } from '../ids.ts';
import type { Granularity } from './granularity.ts';
import { firstProfileLine, type LineTable, truncatedLine } from './lineTable.ts';
import { packageOf } from './packages.ts';
import { PairIds } from './pairIds.ts';
import type { Place } from './place.ts';

/** The root, "all". */
export const rootFrame = 0 as Frame;
/** Stands where the outer part of a stack was cut off by the program that took it. */
export const truncatedFrame = 1 as Frame;
/** Stands for frames too narrow to draw. */
export const elidedFrame = 2 as Frame;
/** The first frame that comes from a profile. */
export const firstFrame = 3 as Frame;

/** What counts as one frame at a granularity. The first frames are the reserved ones above. */
export interface Frames {
  readonly granularity: Granularity;
  readonly count: number;
  /** Frame of each line of the line table. */
  readonly ofLine: IdColumn<Frame>;
  readonly name: readonly string[];
  readonly file: readonly string[];
  /** The frame's line at `lines` granularity, else the function's first line; 0 when unknown. */
  readonly line: Float64Array;
  /** Line of the function's declaration; 0 when unknown, or where frames are no functions. */
  readonly startLine: Float64Array;
  /** The first line of the line table that each frame stands for. */
  readonly firstLine: IdColumn<Line>;
  /** True when frames that follow one another in a stack and are equal count as one. */
  readonly collapsed: boolean;
}

/** Where a frame stands. */
export function placeOfFrame({ name, file, line, startLine }: Frames, frame: Frame): Place {
  return {
    name: name[frame] ?? '',
    file: file[frame] ?? '',
    line: line[frame] ?? 0,
    startLine: startLine[frame] ?? 0,
  };
}

/** The package of a frame; of a file the one of its first function. A reserved frame is one of its own. */
export function packageOfFrame(lines: LineTable, { name, firstLine }: Frames, frame: Frame): string {
  return frame < firstFrame ? (name[frame] ?? '') : packageOfLine(lines, firstLine[frame] as Line);
}

function packageOfLine({ names, files, modules, name, file, module }: LineTable, line: Line): string {
  return packageOf(
    names[name[line] as number] ?? '',
    files[file[line] as number] ?? '',
    modules[module[line] as number] ?? '',
  );
}

/** Numbers the frames of a granularity. */
export function framesOf(lines: LineTable, granularity: Granularity): Frames {
  const ids = new PairIds();
  for (let reserved = 0; reserved < firstFrame; reserved++) ids.idOf(0, -1 - reserved);
  const ofLine = new Uint32Array(lines.count) as IdColumn<Frame>;
  ofLine[truncatedLine] = truncatedFrame;
  const name = ['all', '(truncated)', '(smaller)'];
  const file = ['', '', ''];
  const line = [0, 0, 0];
  const startLine = [0, 0, 0];
  const firstLine = [truncatedLine, truncatedLine, truncatedLine];
  const functions = new PairIds();
  const text = new Map<string, number>();
  for (let i = firstProfileLine; i < lines.count; i++) {
    const nameId = lines.name[i] as number;
    const fileId = lines.file[i] as number;
    const moduleId = lines.module[i] as number;
    let id: number;
    switch (granularity) {
      case 'functions':
        id = ids.idOf(nameId, fileId);
        break;
      case 'lines':
        // From 1: a profile may say line −1, and the reserved frames are those of 0.
        id = ids.idOf(functions.idOf(nameId, fileId) + 1, lines.line[i] as number);
        break;
      case 'files':
        id = ids.idOf(fileId, moduleId);
        break;
      case 'packages': {
        const of = packageOfLine(lines, i);
        let number = text.get(of);
        if (number === undefined) {
          number = text.size;
          text.set(of, number);
        }
        id = ids.idOf(number, 0);
        if (id === name.length) name[id] = of;
        break;
      }
      default:
        assertNever(granularity);
    }
    ofLine[i] = id as Frame;
    firstLine[id] ??= i;
    if (granularity === 'functions' || granularity === 'lines') {
      name[id] = lines.names[nameId] ?? '';
      file[id] = lines.files[fileId] ?? '';
      startLine[id] = Math.max(startLine[id] ?? 0, lines.startLine[i] as number);
      line[id] = (granularity === 'lines' ? lines.line[i] : lines.startLine[i]) as number;
    } else {
      file[id] = granularity === 'files' ? (lines.files[fileId] ?? '') : '';
      if (granularity === 'files') name[id] = file[id] || (lines.modules[moduleId] ?? '');
      line[id] = 0;
      startLine[id] = 0;
    }
  }
  return {
    granularity,
    count: ids.count,
    ofLine,
    name,
    file,
    line: Float64Array.from(line),
    startLine: Float64Array.from(startLine),
    firstLine: Uint32Array.from(firstLine) as IdColumn<Line>,
    collapsed: granularity === 'files' || granularity === 'packages',
  };
}
