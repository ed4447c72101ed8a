import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Profile, SampleType } from '../profile.ts';
import { JsonCursor } from './jsonCursor.ts';
import { defaultLimits, type Limits, MiB, overLimit } from './limits.ts';
import { ProfileBuilder } from './profileBuilder.ts';
import { resized } from './resized.ts';
import { cpuProfile, readV8Tree, type V8Tree, wholeNumber } from './v8Tree.ts';

const space: SampleType = { type: 'inuse_space', unit: 'bytes' };
/** How many sampled allocations stand behind a value; the file does not say how many objects they stand for. */
const sampled: SampleType = { type: 'samples', unit: 'count' };

/** Whether a file that starts like this may be a V8 sampling heap profile: JSON, whose keys have no order. */
export function isV8Heap(start: string): boolean {
  return start.startsWith('{');
}

/**
 * Reads a V8 sampling heap profile (`.heapprofile`, from DevTools or the inspector's `HeapProfiler` domain): a tree
 * of call frames with the live bytes allocated in each, already unsampled by V8. Where there are `samples`, their
 * number is a second column. A frame's position is where its function starts: nothing finer is recorded. Throws
 * `ProfileError`: `malformed`, `overLimit`, `tooLarge`, `wrongKind` for a CPU profile, or `unrecognized` where the JSON
 * is something else.
 */
export function readV8Heap(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  if (bytes.length > limits.jsonMiB * MiB) throw overLimit('jsonMiB', limits, 'MiB of JSON');
  const json = new JsonCursor(bytes);
  const builder = new ProfileBuilder(limits);
  let tree: V8Tree | undefined;
  let sampledNodes: Float64Array = new Float64Array();
  let begun = false;
  try {
    json.enter('object');
    for (let key = json.key(true); key !== undefined; key = json.key(false)) {
      const kind = json.kind();
      begun ||= key === 'head' || key === 'samples';
      if (key === 'head' && kind !== 'object') throw notV8();
      if (key === 'head') tree = readV8Tree(json, builder);
      else if (key === 'samples' && kind === 'array') sampledNodes = readSamples(json, limits);
      else json.skip();
    }
    json.end();
  } catch (error) {
    // What is broken before anything speaks of a profile may be anything.
    if (error instanceof ProfileError && error.code === 'malformed' && !begun) throw notV8();
    throw error;
  }
  if (tree === undefined) throw notV8();
  const hasCounts = sampledNodes.length > 0;
  const counts = hasCounts ? countByNode(tree, sampledNodes) : undefined;
  if (framesOf(tree, counts) > limits.frames) throw overLimit('frames', limits, 'frames');
  addSamples(builder, tree, counts);
  return builder.build({
    format: 'v8',
    sampleTypes: hasCounts ? [sampled, space] : [space],
    periodType: { type: 'space', unit: 'bytes' },
  });
}

/** The node of each sample. */
function readSamples(json: JsonCursor, limits: Limits): Float64Array {
  let nodes: Float64Array = new Float64Array(1024);
  let count = 0;
  json.enter('array');
  for (let first = true; json.item(first); first = false) {
    if (json.kind() !== 'object') throw cpuProfile();
    if (count === limits.samples) throw overLimit('samples', limits, 'samples');
    if (count === nodes.length) nodes = resized(nodes, 2 * count);
    let node: number | undefined;
    json.enter('object');
    for (let key = json.key(true); key !== undefined; key = json.key(false)) {
      if (key === 'nodeId') node = wholeNumber(json, key);
      else json.skip();
    }
    if (node === undefined) throw new ProfileError('malformed', l10n.t('a sample has no nodeId'));
    nodes[count++] = node;
  }
  return nodes.subarray(0, count);
}

/** How many samples each node has, by row. */
function countByNode({ count, id }: V8Tree, sampledNodes: Float64Array): Float64Array {
  const rows = new Map<number, number>();
  for (let row = 0; row < count; row++) rows.set(id[row] as number, row);
  const counts = new Float64Array(count);
  for (const node of sampledNodes) {
    const row = rows.get(node);
    if (row !== undefined) counts[row] = (counts[row] as number) + 1;
  }
  return counts;
}

/** Nodes that only pass on what their children hold are no samples. */
function isSample(tree: V8Tree, row: number, counts: Float64Array | undefined): boolean {
  return tree.selfSize[row] !== 0 || (counts?.[row] ?? 0) !== 0;
}

/** How many frames all stacks will have: a tree that is small in the file may hold ever longer ones. */
function framesOf(tree: V8Tree, counts: Float64Array | undefined): number {
  const depth = new Uint32Array(tree.count);
  let frames = 0;
  for (let row = 1; row < tree.count; row++) {
    depth[row] = (depth[tree.parent[row] as number] as number) + 1;
    if (isSample(tree, row, counts)) frames += depth[row] as number;
  }
  return frames;
}

/** The root only holds the tree together. */
function addSamples(builder: ProfileBuilder, tree: V8Tree, counts: Float64Array | undefined): void {
  for (let row = 0; row < tree.count; row++) {
    if (!isSample(tree, row, counts)) continue;
    const size = tree.selfSize[row] as number;
    const count = counts?.[row] ?? 0;
    const stack: number[] = [];
    for (let at = row; at > 0; at = tree.parent[at] as number) stack.push(tree.location[at] as number);
    builder.sample(stack, counts === undefined ? [size] : [count, size]);
  }
}

function notV8(): ProfileError {
  return new ProfileError('unrecognized', l10n.t('it looks like JSON, but not like a V8 heap profile'));
}
