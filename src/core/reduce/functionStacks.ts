import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Bucket, Frame, IdColumn, Line, Location, Node, Stack } from '../ids.ts';
import { idsBelow } from '../idsBelow.ts';
import type { Frames } from '../names/frames.ts';
import type { LineTable, ProfileLines } from '../names/lineTable.ts';
import type { Ids, Profile } from '../profile.ts';
import { compileFilter } from '../stacks/filter.ts';
import { filteredStacks } from '../stacks/filteredStacks.ts';
import { noFilter } from '../stacks/filterFields.ts';
import { StackSet } from '../stacks/stackSet.ts';
import { mostLocations, numbered } from '../stacks/stacks.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';
import { type CallTree, withEntries } from '../tree/callTree.ts';

/** The stacks of one profile as functions. */
export interface FunctionStacks {
  /** Outermost caller first, equal ones once. */
  readonly distinct: StackSet<Frame>;
  /** The samples by stack, each a bucket of its own: node `1 + s`, right below the root, is stack `s` as a whole. */
  readonly tree: CallTree;
  /** Some were cut when they were taken. */
  readonly cut: boolean;
}

/** The samples of a stack: `tree.order[from ..< to]`. */
export function samplesOf({ start }: CallTree, stack: Stack): readonly [from: number, to: number] {
  return [start[stack + 1] as number, start[stack + 2] as number];
}

/**
 * The stacks of a profile, its own `drop_frames` applied. Linear in their frames. What is summed up by site needs no call
 * tree, which takes several times as long to make. Throws `ProfileError` when there are too many to hold.
 */
export function functionStacks(
  profile: Profile,
  lines: LineTable,
  locations: ProfileLines,
  { ofLine, count }: Frames,
): FunctionStacks {
  const [truncated] = truncatedSamples([profile]);
  const stacks = filteredStacks(profile, lines, locations, compileFilter(noFilter, lines), truncated);
  const { start, line } = stacks.lines;
  const frameOf = line.map(each => ofLine[each as Line] as Frame) as IdColumn<Frame>;
  const places = framesIn(profile, start);
  if (places > mostLocations) throw new ProfileError('tooLarge', l10n.t`${places} frames in all stacks`);
  const ids = idsBelow(count, places) as IdColumn<Frame, Ids>;
  const distinct = new StackSet<Frame>(ids, stacks.samples);
  const ofSample = new Uint32Array(stacks.samples) as IdColumn<Stack>;
  const itself = numbered<Location>(start.length);
  const path = new Uint32Array(stacks.longest) as IdColumn<Location>;
  for (let sample = 0; sample < stacks.samples; sample++) {
    const depth = stacks.read(sample, itself, path, 0);
    const first = distinct.end;
    let end = first;
    for (let i = 0; i < depth; i++) {
      const location = path[i] as Location;
      const stop = start[location + 1] as number;
      for (let at = start[location] as number; at < stop; at++) ids[end++] = frameOf[at] as Frame;
    }
    ofSample[sample] = distinct.add(end - first);
  }
  return { distinct, tree: byStack(ofSample, distinct.count), cut: truncated !== undefined };
}

/** Frames of all stacks, not less; one more each, for what was cut off. */
function framesIn({ samples }: Profile, lineStart: Uint32Array): number {
  const { stack, count } = samples;
  let frames = count;
  for (let i = 0; i < stack.length; i++) {
    const location = stack[i] as Location;
    frames += (lineStart[location + 1] as number) - (lineStart[location] as number);
  }
  return frames;
}

function byStack(ofSample: IdColumn<Stack>, stacks: number): CallTree {
  const count = (1 + stacks) as Node;
  const next = numbered<Node>(count + 1).subarray(1) as IdColumn<Node>;
  next[0] = count;
  const start = new Uint32Array(count + 1);
  start.set(numbered(stacks + 1), 1);
  const frame = new Uint32Array(count) as IdColumn<Frame>;
  return withEntries<Frame, Bucket>(
    { count, frame, next, start, order: numbered<Stack>(stacks) },
    stacks,
    ofSample,
  );
}
