import type { Frames } from '../names/frames.ts';
import { encodeUtf8 } from './utf8.ts';

/** Many strings in two buffers: string `i` is the UTF-8 in `bytes[offsets[i] ..< offsets[i + 1]]`. */
export interface StringColumn {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Frames that a message speaks of. `name` has one string a frame, `file[i]` indexes `files`. */
export interface FrameColumns {
  readonly name: StringColumn;
  readonly files: StringColumn;
  readonly file: Uint32Array;
  /** The frame's line at `lines` granularity, else the function's first line; 0 when unknown. */
  readonly line: Uint32Array;
}

/** Frames as they travel: the frames listed, in that order, each in buffers of their own. */
export function frameColumns(frames: Frames, listed: ArrayLike<number>): FrameColumns {
  const names: string[] = [];
  const files: string[] = [];
  const fileIds = new Map<string, number>();
  const file = new Uint32Array(listed.length);
  const line = new Uint32Array(listed.length);
  for (let i = 0; i < listed.length; i++) {
    const frame = listed[i] as number;
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

/** Many strings in two buffers. */
export function stringColumn(strings: readonly string[]): StringColumn {
  const offsets = new Uint32Array(strings.length + 1);
  let bytes = new Uint8Array(Math.max(64, strings.length * 48));
  let used = 0;
  strings.forEach((text, i) => {
    if (used + text.length * 3 > bytes.length) {
      const larger = new Uint8Array((bytes.length + text.length * 3) * 2);
      larger.set(bytes);
      bytes = larger;
    }
    used = encodeUtf8(text, bytes, used);
    offsets[i + 1] = used;
  });
  return { bytes: bytes.slice(0, used), offsets };
}
