import type { Frame } from '../ids.ts';
import { type Frames, packageOfFrame } from '../names/frames.ts';
import { type StringColumn, stringColumn } from '../stringColumn.ts';
import type { Look } from './look.ts';

/** Frames that a message speaks of. `name` has one string a frame, `file[i]` indexes `files`. */
export interface FrameColumns {
  readonly name: StringColumn;
  readonly files: StringColumn;
  readonly file: Uint32Array;
  /** The frame's line at `lines` granularity, else the function's first line; 0 when unknown. */
  readonly line: Uint32Array;
}

/** Frames as they travel: the frames listed, in that order, each in buffers of their own. */
export function frameColumns(frames: Frames, listed: readonly Frame[]): FrameColumns {
  const names: string[] = [];
  const files: string[] = [];
  const fileIds = new Map<string, number>();
  const file = new Uint32Array(listed.length);
  const line = new Uint32Array(listed.length);
  for (let i = 0; i < listed.length; i++) {
    const frame = listed[i] as Frame;
    names.push(frames.name[frame] ?? '');
    const path = frames.file[frame] ?? '';
    let id = fileIds.get(path);
    if (id === undefined) {
      id = files.push(path) - 1;
      fileIds.set(path, id);
    }
    file[i] = id;
    line[i] = frames.line[frame] as number;
  }
  return { name: stringColumn(names), files: stringColumn(files), file, line };
}

/** Packages of the frames of a message. `of` has an entry a frame: an index of `names`. */
export interface PackageColumns {
  readonly names: StringColumn;
  readonly of: Uint32Array;
}

/** The packages of the frames listed, in that order. */
export function packageColumns({ lines, merged }: Look, listed: readonly Frame[]): PackageColumns {
  const ids = new Map<string, number>();
  const of = Uint32Array.from(listed, frame => {
    const name = packageOfFrame(lines, merged.frames, frame);
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  });
  return { names: stringColumn([...ids.keys()]), of };
}
