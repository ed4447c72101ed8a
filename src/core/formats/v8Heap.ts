import { ProfileError } from '../error.ts';
import type { Profile, SampleType } from '../profile.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { bounds, defaultLimits, type Limits, MiB, overLimit } from './limits.ts';
import { ProfileBuilder } from './profileBuilder.ts';

const space: SampleType = { type: 'inuse_space', unit: 'bytes' };
/** How many sampled allocations stand behind a value; the file does not say how many objects they stand for. */
const sampled: SampleType = { type: 'samples', unit: 'count' };

/** Whether a file that starts like this is a V8 sampling heap profile: JSON with `head` or `samples` first. */
export function isV8Heap(start: string): boolean {
  return /^\{\s*"(head|samples)"\s*:/.test(start) || start === '{';
}

/**
 * Reads a V8 sampling heap profile (`.heapprofile`, from DevTools or the inspector's `HeapProfiler` domain): a tree
 * of call frames with the live bytes allocated in each, already unsampled by V8. Where there are `samples`, their
 * number is a second column. A frame's position is where its function starts: nothing finer is recorded. Throws
 * `ProfileError`: `malformed`, `tooLarge`, or `unrecognized` where the JSON is something else.
 */
export function readV8Heap(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  const json = parseJson(bytes, limits);
  if (!isRecord(json) || !isRecord(json['head'])) {
    throw new ProfileError('unrecognized', 'it looks like JSON, but not like a V8 heap profile');
  }
  const builder = new ProfileBuilder(limits);
  const counts = countSamples(json['samples']);
  const head = toNode(json['head']);
  addSample(builder, head, [], counts);
  // The root only holds the tree together. Each entry: a node to visit, and its ancestors' locations, leaf first.
  const pending = head.children.map(child => ({ child, depth: 0 }));
  const path: number[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = toNode(next.child);
    path.length = next.depth;
    path.push(locationOf(builder, node));
    if (path.length > bounds.stackFrames) {
      throw new ProfileError('tooLarge', `a stack of more than ${bounds.stackFrames} frames`);
    }
    addSample(builder, node, path, counts);
    for (const child of node.children) pending.push({ child, depth: path.length });
  }
  return builder.build({
    format: 'v8',
    sampleTypes: counts === undefined ? [space] : [sampled, space],
    periodType: { type: 'space', unit: 'bytes' },
  });
}

function parseJson(bytes: Uint8Array, limits: Limits): unknown {
  if (bytes.length > limits.jsonMiB * MiB) throw overLimit('jsonMiB', limits, 'MiB of JSON');
  const text = decodeUtf8(bytes, 0, bytes.length);
  try {
    return JSON.parse(text.trim());
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
}

interface V8Node {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  /** From 0; −1 where there is none. */
  readonly line: number;
  readonly column: number;
  readonly selfSize: number;
  readonly children: readonly unknown[];
}

function toNode(json: unknown): V8Node {
  if (!isRecord(json) || !isRecord(json['callFrame'])) throw malformed('a node has no callFrame');
  const frame = json['callFrame'];
  const { children } = json;
  return {
    id: toNumber(json['id'] ?? 0, 'id'),
    name: toText(frame['functionName'], 'functionName'),
    url: toText(frame['url'], 'url'),
    line: toNumber(frame['lineNumber'], 'lineNumber'),
    column: toNumber(frame['columnNumber'], 'columnNumber'),
    selfSize: toNumber(json['selfSize'], 'selfSize'),
    children: Array.isArray(children) ? children : [],
  };
}

function locationOf(builder: ProfileBuilder, { name, url, line, column }: V8Node): number {
  return builder.location(0n, {
    function: builder.function(name || '(anonymous)', url, line + 1),
    line: line + 1,
    column: column + 1,
  });
}

/** `path` is root first. Nodes that only pass on what their children hold are no samples. */
function addSample(
  builder: ProfileBuilder,
  { id, selfSize }: V8Node,
  path: readonly number[],
  counts: ReadonlyMap<number, number> | undefined,
): void {
  const count = counts?.get(id) ?? 0;
  if (selfSize === 0 && count === 0) return;
  builder.sample([...path].reverse(), counts === undefined ? [selfSize] : [count, selfSize]);
}

/** Samples by node id, undefined where the profile has none. */
function countSamples(samples: unknown): Map<number, number> | undefined {
  if (!Array.isArray(samples) || samples.length === 0) return undefined;
  const counts = new Map<number, number>();
  for (const sample of samples) {
    const id = toNumber(isRecord(sample) ? sample['nodeId'] : undefined, 'nodeId');
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function toNumber(json: unknown, field: string): number {
  if (typeof json !== 'number' || !Number.isSafeInteger(json))
    throw malformed(`${field} is not a whole number`);
  return json;
}

function toText(json: unknown, field: string): string {
  if (typeof json !== 'string') throw malformed(`${field} is not a string`);
  return json;
}

function malformed(detail: string): ProfileError {
  return new ProfileError('malformed', detail);
}
