import { baseName, localName, shortName } from '../src/core/displayName.ts';
import type { FrameColumns, StringColumn } from '../src/core/view.ts';

/** The strings of a message's frames, decoded when first asked for. */
export class FrameNames {
  readonly #columns: FrameColumns;
  readonly #names: string[] = [];
  readonly #labels: string[] = [];
  readonly #shortLabels: string[] = [];
  readonly #files: string[] = [];

  constructor(columns: FrameColumns) {
    this.#columns = columns;
  }

  get count(): number {
    return this.#columns.file.length;
  }

  /** Full name, as in the profile. */
  name(frame: number): string {
    return cached(this.#names, frame, () => stringAt(this.#columns.name, frame));
  }

  /** The name as it stands on a box: short, and with its line where lines are frames. */
  label(frame: number, withLine: boolean): string {
    return cached(this.#labels, frame, () => this.#label(frame, withLine));
  }

  /** The name for a box that has no room for its package. */
  shortLabel(frame: number): string {
    return cached(this.#shortLabels, frame, () => localName(this.name(frame)));
  }

  /** The profile's path, `''` when it has none. */
  file(frame: number): string {
    const index = this.#columns.file[frame] ?? 0;
    return cached(this.#files, index, () => stringAt(this.#columns.files, index));
  }

  /** The frame's line at `lines` granularity, else the function's first; 0 when unknown. */
  line(frame: number): number {
    return this.#columns.line[frame] ?? 0;
  }

  #label(frame: number, withLine: boolean): string {
    const short = shortName(this.name(frame));
    const line = this.line(frame);
    return withLine && line > 0 ? `${short}  ${baseName(this.file(frame))}:${line}` : short;
  }
}

function cached(known: string[], index: number, find: () => string): string {
  const before = known[index];
  if (before !== undefined) return before;
  const found = find();
  known[index] = found;
  return found;
}

const decoder = new TextDecoder();

function stringAt(column: StringColumn, index: number): string {
  return decoder.decode(column.bytes.subarray(column.offsets[index] ?? 0, column.offsets[index + 1] ?? 0));
}
