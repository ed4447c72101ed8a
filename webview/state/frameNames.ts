import { assertNever } from '../../src/core/assertNever.ts';
import { baseName, localName, shortName } from '../../src/core/displayName.ts';
import type { FrameColumns, Granularity, StringColumn } from '../../src/core/view.ts';

/** C++ templates and hostile files make names of any length; nobody reads on past this many characters. */
const longestShown = 500;

/** The strings of a message's frames, decoded when first asked for. */
export class FrameNames {
  readonly #columns: FrameColumns;
  readonly #granularity: Granularity;
  readonly #names: string[] = [];
  readonly #labels: string[] = [];
  readonly #tightLabels: string[] = [];
  readonly #files: string[] = [];

  constructor(columns: FrameColumns, granularity: Granularity) {
    this.#columns = columns;
    this.#granularity = granularity;
  }

  get count(): number {
    return this.#columns.file.length;
  }

  /** Full name, as in the profile. */
  name(frame: number): string {
    return cached(this.#names, frame, () => stringAt(this.#columns.name, frame));
  }

  /** The full name, cut where it is too long to show. */
  shownName(frame: number): string {
    return shortened(this.name(frame));
  }

  /** The name as it stands on a box: short, and with its line where lines are frames. */
  label(frame: number): string {
    return cached(this.#labels, frame, () => shortened(this.#label(frame)));
  }

  /** The label for where there is no room for the package. */
  tightLabel(frame: number): string {
    return cached(this.#tightLabels, frame, () => shortened(this.#tightLabel(frame)));
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

  #label(frame: number): string {
    const name = this.name(frame);
    switch (this.#granularity) {
      case 'functions':
        return shortName(name);
      case 'lines': {
        const line = this.line(frame);
        return line > 0 ? `${shortName(name)}  ${baseName(this.file(frame))}:${line}` : shortName(name);
      }
      case 'files':
        return baseName(name);
      case 'packages':
        return name.replace(/^.*\/(?!v\d+$)/, '');
      default:
        return assertNever(this.#granularity);
    }
  }

  #tightLabel(frame: number): string {
    const isFunction = this.#granularity === 'functions' || this.#granularity === 'lines';
    return isFunction ? localName(this.name(frame)) : this.label(frame);
  }
}

function cached(known: string[], index: number, find: () => string): string {
  const before = known[index];
  if (before !== undefined) return before;
  const found = find();
  known[index] = found;
  return found;
}

function shortened(name: string): string {
  return name.length > longestShown ? `${name.slice(0, longestShown)}…` : name;
}

const decoder = new TextDecoder();

function stringAt(column: StringColumn, index: number): string {
  return decoder.decode(column.bytes.subarray(column.offsets[index] ?? 0, column.offsets[index + 1] ?? 0));
}
