import type { Mapping } from '../../profile.ts';

/** Mappings as pprof would have them, and for each address the row of the one it lies in, −1 for none. */
export interface AssignedMappings {
  readonly mappings: readonly Mapping[];
  readonly mappingOf: Int32Array;
}

type Draft = { -readonly [K in keyof Mapping]: Mapping[K] };

const library = /(?:[.]so$|[.]so[._][0-9]+)/;
/** Where the linker puts a program that is not position-independent. */
const usualStart = 0x400000n;

/**
 * Finds the mapping of each address, after the repairs that pprof makes to a memory map: parts of one file that
 * follow each other become one, the program comes first, a huge-page remnant in front of it goes, and addresses
 * outside any mapping get one that spans everything.
 */
export function assignMappings(parsed: readonly Mapping[], addresses: readonly bigint[]): AssignedMappings {
  const mappings = withoutHugePageRemnant(programFirst(joinAdjacent(parsed)));
  const [first] = mappings;
  if (first !== undefined && first.start - first.fileOffset === usualStart) {
    first.start = usualStart;
    first.fileOffset = 0n;
  }
  const painter = new Painter(addresses);
  mappings.forEach((mapping, row) => {
    painter.paint(mapping.start, mapping.limit, row);
  });
  // Some writers leave out the first part of a mapping that is split in two.
  mappings.forEach((mapping, row) => {
    const { start, fileOffset } = mapping;
    if (fileOffset === 0n || fileOffset > start || !painter.paint(start - fileOffset, start, row)) return;
    mapping.start -= fileOffset;
    mapping.fileOffset = 0n;
  });
  const everything = { start: 0n, limit: 2n ** 64n - 1n, fileOffset: 0n, file: '', buildId: '' };
  if (painter.paint(1n, 2n ** 64n, mappings.length)) mappings.push(everything);
  return { mappings, mappingOf: painter.rows };
}

function joinAdjacent(parsed: readonly Mapping[]): Draft[] {
  const joined: Draft[] = [];
  for (const mapping of parsed) {
    const last = joined.at(-1);
    if (last === undefined || !areAdjacent(last, mapping)) {
      joined.push({ ...mapping });
      continue;
    }
    last.limit = mapping.limit;
    last.file = mapping.file || last.file;
    last.buildId = mapping.buildId || last.buildId;
  }
  return joined;
}

function areAdjacent(one: Mapping, next: Mapping): boolean {
  if (one.file !== '' && next.file !== '' && one.file !== next.file) return false;
  if (one.buildId !== '' && next.buildId !== '' && one.buildId !== next.buildId) return false;
  if (one.limit !== next.start) return false;
  if (one.fileOffset === 0n || next.fileOffset === 0n) return true;
  return one.fileOffset + one.limit - one.start === next.fileOffset;
}

/** Swaps the first mapping that looks like a program (not a library, not `[vdso]`) to the front. */
function programFirst(mappings: readonly Draft[]): Draft[] {
  const program = mappings.findIndex(({ file }) => {
    const path = file.replaceAll('(deleted)', '').trim();
    return path !== '' && !path.startsWith('[') && !library.test(path);
  });
  const ordered = [...mappings];
  const first = ordered[0];
  const found = ordered[program];
  if (first !== undefined && found !== undefined) {
    ordered[0] = found;
    ordered[program] = first;
  }
  return ordered;
}

function withoutHugePageRemnant(mappings: readonly Draft[]): Draft[] {
  const [first, second] = mappings;
  const remnant = first?.file.startsWith('/anon_hugepage') && first.limit === second?.start;
  return mappings.slice(remnant ? 1 : 0);
}

/** Gives each address the row of the first range painted over it; address 0 gets none. */
class Painter {
  readonly rows: Int32Array;
  readonly #sorted: readonly { readonly address: bigint; readonly location: number }[];
  /** For each sorted address the next one, itself included, that may still be unpainted. */
  readonly #next: Int32Array;

  constructor(addresses: readonly bigint[]) {
    this.rows = new Int32Array(addresses.length).fill(-1);
    this.#sorted = addresses
      .map((address, location) => ({ address, location }))
      .filter(({ address }) => address !== 0n)
      .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
    this.#next = Int32Array.from({ length: this.#sorted.length + 1 }, (_, i) => i);
  }

  /** Paints what is unpainted in `from ..< to`; says whether there was anything. */
  paint(from: bigint, to: bigint, row: number): boolean {
    let i = this.#unpainted(this.#firstAtLeast(from));
    const before = i;
    for (;;) {
      const entry = this.#sorted[i];
      if (entry === undefined || entry.address >= to) return i !== before;
      this.rows[entry.location] = row;
      this.#next[i] = i + 1;
      i = this.#unpainted(i + 1);
    }
  }

  #firstAtLeast(address: bigint): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.address ?? 0n) < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Follows the chain of painted ones, and shortens it on the way. */
  #unpainted(from: number): number {
    let i = from;
    while (this.#next[i] !== i) {
      const next = this.#next[i] ?? 0;
      this.#next[i] = this.#next[next] ?? 0;
      i = this.#next[i] ?? 0;
    }
    return i;
  }
}
