import type { Frame } from '../ids.ts';
import { type Frames, packageOfFrame, rootFrame } from '../names/frames.ts';
import type { Place } from '../names/place.ts';
import { type StringColumn, stringColumn } from '../stringColumn.ts';
import type { TreeLook } from './look.ts';

/** Frames that a message speaks of. `name` has one string a frame, `file[i]` indexes `files`. */
export interface FrameColumns {
  readonly name: StringColumn;
  readonly files: StringColumn;
  readonly file: Uint32Array;
  /** The frame's line at `lines` granularity, else the function's first line; 0 when unknown. */
  readonly line: Uint32Array;
}

/** Frames as they travel: the frames listed, in that order, each in buffers of their own. `root` stands for the root, if anything does. */
export function frameColumns(
  frames: Frames,
  listed: readonly Frame[],
  root: Pick<Place, 'name' | 'file'> | null = null,
): FrameColumns {
  const names: string[] = [];
  const files: string[] = [];
  const fileIds = new Map<string, number>();
  const file = new Uint32Array(listed.length);
  const line = new Uint32Array(listed.length);
  for (let i = 0; i < listed.length; i++) {
    const frame = listed[i] as Frame;
    const inPlace = frame === rootFrame ? root : null;
    names.push(inPlace?.name ?? frames.name[frame] ?? '');
    const path = inPlace?.file ?? frames.file[frame] ?? '';
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
export function packageColumns({ lines, merged }: TreeLook, listed: readonly Frame[]): PackageColumns {
  const ids = new Map<string, number>();
  const of = Uint32Array.from(listed, frame => {
    const name = packageOfFrame(lines, merged.frames, frame);
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  });
  return { names: stringColumn([...ids.keys()]), of };
}
