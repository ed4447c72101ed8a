import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { v8Builtins } from '../profile.ts';
import type { JsonCursor } from './jsonCursor.ts';
import { bounds } from './limits.ts';
import { wrongKind } from './otherKinds.ts';
import type { ProfileBuilder } from './profileBuilder.ts';
import { resized } from './resized.ts';

/** The nodes of a V8 heap profile, the root in row 0, each before its children. */
export interface V8Tree {
  readonly count: number;
  /** Row of the node above. */
  readonly parent: Int32Array;
  /** Row of its location in the profile. */
  readonly location: Int32Array;
  readonly selfSize: Float64Array;
  /** 0 where it has none. */
  readonly id: Float64Array;
}

/** What is known of a node that is being read. */
interface OpenNode {
  readonly row: number;
  selfSize: number | undefined;
  name: string | undefined;
  url: string;
  /** From 0; −1 where there is none. */
  line: number;
  column: number;
  /** Has what nodes of a CPU profile have. */
  counted: boolean;
}

/** Reads the tree that `json` stands before; its keys have no order. Throws `ProfileError`. */
export function readV8Tree(json: JsonCursor, builder: ProfileBuilder): V8Tree {
  const reader = new TreeReader(json, builder);
  reader.read();
  return reader;
}

class TreeReader implements V8Tree {
  count = 0;
  parent: Int32Array = new Int32Array(256);
  location: Int32Array = new Int32Array(256);
  selfSize: Float64Array = new Float64Array(256);
  id: Float64Array = new Float64Array(256);
  readonly #json: JsonCursor;
  readonly #builder: ProfileBuilder;

  constructor(json: JsonCursor, builder: ProfileBuilder) {
    this.#json = json;
    this.#builder = builder;
  }

  /** Keeps the nodes that it is inside of in a list: they may be nested deeper than functions may. */
  read(): void {
    const json = this.#json;
    const open: OpenNode[] = [this.#open(-1)];
    let first = true;
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const key = json.key(first);
      first = false;
      if (key === 'children' && json.kind() === 'array') {
        json.enter('array');
        if (!json.item(true)) continue;
      } else if (key !== undefined) {
        this.#readMember(node, key);
        continue;
      } else {
        this.#close(node);
        open.pop();
        if (open.length === 0 || !json.item(false)) continue;
      }
      // Stands before a child of the last that is open.
      if (open.length > bounds.stackFrames) {
        throw new ProfileError('tooLarge', l10n.t`a stack of more than ${bounds.stackFrames} frames`);
      }
      open.push(this.#open(open.at(-1)?.row ?? -1));
      first = true;
    }
  }

  #open(parent: number): OpenNode {
    if (this.#json.kind() !== 'object') throw new ProfileError('malformed', l10n.t('a node is no object'));
    this.#json.enter('object');
    const row = this.count++;
    if (row === this.parent.length) {
      this.parent = resized(this.parent, 2 * row);
      this.location = resized(this.location, 2 * row);
      this.selfSize = resized(this.selfSize, 2 * row);
      this.id = resized(this.id, 2 * row);
    }
    this.parent[row] = parent;
    return { row, selfSize: undefined, name: undefined, url: '', line: -1, column: -1, counted: false };
  }

  /** Frames have an object of their own; the oldest profiles have what is in it in the node. */
  #readMember(node: OpenNode, key: string): void {
    const json = this.#json;
    if (key === 'callFrame' && json.kind() === 'object') {
      json.enter('object');
      for (let name = json.key(true); name !== undefined; name = json.key(false)) this.#readFrame(node, name);
    } else if (key === 'selfSize') node.selfSize = wholeNumber(json, key);
    else if (key === 'id') this.id[node.row] = wholeNumber(json, key);
    else {
      node.counted ||= key === 'hitCount';
      this.#readFrame(node, key);
    }
  }

  #readFrame(node: OpenNode, key: string): void {
    const json = this.#json;
    if (key === 'functionName') node.name = text(json, key);
    else if (key === 'url') node.url = text(json, key);
    else if (key === 'lineNumber') node.line = wholeNumber(json, key);
    else if (key === 'columnNumber') node.column = wholeNumber(json, key);
    else json.skip();
  }

  #close({ row, selfSize, name, url, line, column, counted }: OpenNode): void {
    if (selfSize === undefined && counted) throw cpuProfile();
    if (name === undefined) throw new ProfileError('malformed', l10n.t('a node has no callFrame'));
    if (selfSize === undefined) throw new ProfileError('malformed', l10n.t('a node has no selfSize'));
    this.selfSize[row] = selfSize;
    if (row === 0) return;
    this.location[row] = this.#builder.location(0n, {
      function: this.#builder.function(name || '(anonymous)', fileOf(name, url, line), line + 1),
      line: line + 1,
      column: column + 1,
    });
  }
}

/** V8 has neither a file nor a line for what it brings along: `join`, `set`. What stands in parentheses is no function: `(V8 API)`. */
function fileOf(name: string, url: string, line: number): string {
  return url === '' && line < 0 && !name.startsWith('(') ? v8Builtins : url;
}

/** The integer that `json` stands before. Throws `ProfileError`. */
export function wholeNumber(json: JsonCursor, field: string): number {
  const value = json.kind() === 'other' ? json.number() : Number.NaN;
  if (!Number.isSafeInteger(value))
    throw new ProfileError('malformed', l10n.t`${field} is not a whole number`);
  return value;
}

function text(json: JsonCursor, field: string): string {
  if (json.kind() !== 'string') throw new ProfileError('malformed', l10n.t`${field} is not a string`);
  return json.string();
}

/** What has the shape of a heap profile, and counts samples of the processor. */
export function cpuProfile(): ProfileError {
  return wrongKind(
    l10n.t('a V8 CPU profile'),
    l10n.t('save a sampling heap profile (`.heapprofile`) instead'),
  );
}
