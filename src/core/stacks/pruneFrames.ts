import { ProfileError } from '../error.ts';
import type { IdColumn, Line, Location } from '../ids.ts';
import type { LineTable, LocationLines, ProfileLines } from '../names/lineTable.ts';
import type { Ids, Profile } from '../profile.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** What a profile's own `drop_frames` leave of its locations. */
export interface PrunedLocations {
  readonly lines: LocationLines;
  /** 1: stacks end above this location; 2: they end with what is left of it. */
  readonly cut: Uint8Array;
}

/**
 * Applies `drop_frames` (allocators, mostly) except `keep_frames` as pprof does on reading: the outermost matching
 * frame of a location goes, with all it calls. Undefined when the profile names none; `malformed` when what it names is
 * not a regular expression.
 */
export function pruneLocations(
  profile: Profile,
  table: LineTable,
  locations: ProfileLines,
): PrunedLocations | undefined {
  if (profile.dropFrames === '') return undefined;
  const drop = whole('drop_frames', profile.dropFrames);
  const keep = whole('keep_frames', profile.keepFrames);
  const names = new Map<number, boolean>();
  const isDropped = (row: number): boolean => {
    const name = row < 0 ? 0 : (locations.functionName[row] as number);
    if (name === 0) return false;
    let dropped = names.get(name);
    if (dropped === undefined) {
      const bare = withoutArguments(table.names[name] ?? '');
      dropped = drop?.test(bare) === true && keep?.test(bare) !== true;
      names.set(name, dropped);
    }
    return dropped;
  };

  const { lineStart, lineFunction } = profile.locations;
  const count = profile.locations.count;
  const start = new Uint32Array(count + 1);
  const line = new Uint32Array(locations.line.length) as IdColumn<Line>;
  const cut = new Uint8Array(count);
  let filled = 0;
  for (let location = 0; location < count; location++) {
    start[location] = filled;
    const first = locations.start[location] as number;
    const end = locations.start[location + 1] as number;
    const outermost = (lineStart[location + 1] as number) - 1;
    const isSymbolised = outermost >= (lineStart[location] as number);
    let kept = first;
    while (kept < end && !(isSymbolised && isDropped(lineFunction[outermost - (kept - first)] as number)))
      kept += 1;
    if (kept < end) cut[location] = kept === first ? 1 : 2;
    // A location that is dropped whole stays as it is where nothing of the program's own is above it.
    for (let at = first; at < (kept === first ? end : kept); at++)
      line[filled++] = locations.line[at] as Line;
  }
  start[count] = filled;
  return { lines: { start, line: line.slice(0, filled) as IdColumn<Line> }, cut };
}

/** Index of the innermost location that is left of a stack (leaf first), given its first and last. */
export function prunedLeaf(stack: Ids, leaf: number, root: number, cut: Uint8Array): number {
  let foundUser = false;
  for (let i = root; i >= leaf; i--) {
    const how = cut[stack[i] as Location] as number;
    if (how === 0) foundUser = true;
    else if (foundUser) return how === 1 ? i + 1 : i;
  }
  return leaf;
}

function whole(field: string, pattern: string): Pattern | undefined {
  if (pattern === '') return undefined;
  try {
    return compilePattern(field, `^(?:${pattern})$`);
  } catch (error) {
    throw error instanceof ProfileError ? new ProfileError('malformed', error.detail) : error;
  }
}

/** A C++ name without its argument list, and without the dot that PowerPC puts before it. */
function withoutArguments(name: string): string {
  const bare = name.startsWith('.') ? name.slice(1) : name;
  for (const { index, 0: found } of bare.matchAll(/\(anonymous namespace\)|operator\(\)|\(/g)) {
    if (found === '(') return bare.slice(0, index);
  }
  return bare;
}
