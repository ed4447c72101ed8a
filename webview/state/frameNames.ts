import type { FrameColumns, PackageColumns } from '../../src/core/answers/frameColumns.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { baseName, localName, shortName } from '../../src/core/displayName.ts';
import type { Granularity } from '../../src/core/names/granularity.ts';
import type { Place } from '../../src/core/names/place.ts';
import { type Shown, shown, shownName } from '../../src/core/shown.ts';
import { stringAt } from '../../src/core/stringColumn.ts';

/** The strings of a message's frames, decoded when first asked for. */
export class FrameNames {
  readonly #columns: FrameColumns;
  readonly #packages: PackageColumns | null;
  readonly #granularity: Granularity;
  readonly #names: string[] = [];
  readonly #labels: Shown[] = [];
  readonly #tightLabels: Shown[] = [];
  readonly #files: string[] = [];
  readonly #packageNames: string[] = [];

  constructor(columns: FrameColumns, granularity: Granularity, packages: PackageColumns | null = null) {
    this.#columns = columns;
    this.#packages = packages;
    this.#granularity = granularity;
  }

  get count(): number {
    return this.#columns.file.length;
  }

  /** Full name, as in the profile: for the engine and the host, never for the screen. */
  name(frame: number): string {
    return cached(this.#names, frame, () => stringAt(this.#columns.name, frame));
  }

  /** The full name, for people. */
  shownName(frame: number): Shown {
    return shownName(this.name(frame));
  }

  /** The profile's path, for people. */
  shownFile(frame: number): Shown {
    return shown(this.file(frame));
  }

  /** The name as it stands on a box: short, and with its line where lines are frames. */
  label(frame: number): Shown {
    return cached(this.#labels, frame, () => this.#label(frame));
  }

  /** The label for where there is no room for the package. */
  tightLabel(frame: number): Shown {
    return cached(this.#tightLabels, frame, () => this.#tightLabel(frame));
  }

  /** The profile's path, `''` when it has none: for the engine and the host, never for the screen. */
  file(frame: number): string {
    const index = this.#columns.file[frame] ?? 0;
    return cached(this.#files, index, () => stringAt(this.#columns.files, index));
  }

  /** The frame's package, as the profile names it. */
  packageName(frame: number): string {
    const packages = this.#packages;
    if (packages === null) return '';
    const index = packages.of[frame] ?? 0;
    return cached(this.#packageNames, index, () => stringAt(packages.names, index));
  }

  /** The frame's line at `lines` granularity, else the function's first; 0 when unknown. */
  line(frame: number): number {
    return this.#columns.line[frame] ?? 0;
  }

  /** Where the frame stands. At functions its line is the function's first. */
  place(frame: number): Place {
    const line = this.line(frame);
    const startLine = this.#granularity === 'functions' ? line : 0;
    return { name: this.name(frame), file: this.file(frame), line, startLine };
  }

  #label(frame: number): Shown {
    const name = this.name(frame);
    switch (this.#granularity) {
      case 'functions':
        return shortName(name);
      case 'lines': {
        const line = this.line(frame);
        return line > 0
          ? shown(`${shortName(name)}  ${baseName(this.file(frame))}:${line}`)
          : shortName(name);
      }
      case 'files':
        return baseName(name);
      case 'packages':
        return shortPackage(name);
      default:
        return assertNever(this.#granularity);
    }
  }

  #tightLabel(frame: number): Shown {
    const isFunction = this.#granularity === 'functions' || this.#granularity === 'lines';
    return isFunction ? localName(this.name(frame)) : this.label(frame);
  }
}

/** A package by the end of its path, which may be followed by a version. */
export function shortPackage(name: string): Shown {
  return shownName(name.replace(/^.*\/(?!v\d+$)/s, '') || name);
}

function cached<Text extends string>(known: Text[], index: number, find: () => Text): Text {
  const before = known[index];
  if (before !== undefined) return before;
  const found = find();
  known[index] = found;
  return found;
}
