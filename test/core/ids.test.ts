import assert from 'node:assert/strict';
import test from 'node:test';
import { detailsOf } from '../../src/core/answers/details.ts';
import type { Look } from '../../src/core/answers/look.ts';
import type {
  DistinctLocation,
  Entry,
  Frame,
  IdColumn,
  Line,
  Location,
  Node,
  Stack,
} from '../../src/core/ids.ts';
import { mostChangedLine } from '../../src/core/measures/changedLine.ts';
import { cumOf } from '../../src/core/measures/measure.ts';
import { ownRange } from '../../src/core/measures/ranges.ts';
import { byName } from '../../src/core/measures/table.ts';
import { packageOfFrame, placeOfFrame } from '../../src/core/names/frames.ts';
import { placeOfLine } from '../../src/core/names/lineTable.ts';
import { lineReader, type Stacks } from '../../src/core/stacks/stacks.ts';
import { pathTo } from '../../src/core/tree/callTree.ts';
import { frameTree } from '../../src/core/tree/frameTree.ts';
import type { LocationTree } from '../../src/core/tree/mergedTree.ts';
import { heap, lookAt, nodeNamed } from './answers/lookAt.ts';

/** Never called: what the compiler refuses here it refuses anywhere. */
const refused = {
  numbers(look: Look, line: Line, frame: Frame, node: Node): void {
    const { lines, measure } = look;
    const { tree, frames, stacks, buckets } = look.merged;
    // @ts-expect-error a frame is no node
    detailsOf(look, frame);
    // @ts-expect-error a line is no node
    ownRange(tree, line);
    // @ts-expect-error a frame is no node
    cumOf(tree, measure.base, frame);
    // @ts-expect-error a frame is no node
    pathTo(tree, frame);
    // @ts-expect-error a node is no frame
    placeOfFrame(frames, node);
    // @ts-expect-error a line is no frame
    packageOfFrame(lines, frames, line);
    // @ts-expect-error a node is no frame
    byName(frames, frame, node);
    // @ts-expect-error a frame is no line
    placeOfLine(lines, frame);
    // @ts-expect-error a node is no bucket
    lineReader(stacks, buckets)(node);
    // @ts-expect-error a line is no frame
    mostChangedLine(look.merged, lines, measure, lineReader(stacks, buckets), [], line);
    // @ts-expect-error any number is no node
    pathTo(tree, 3);
  },

  columns({ merged: { tree, frames } }: Look, { tree: ofLocations, locations }: LocationTree): void {
    // @ts-expect-error nodes stand for frames
    tree.frame satisfies IdColumn<Line>;
    // @ts-expect-error what a node leads to is a node
    tree.next[0] as Frame;
    // @ts-expect-error buckets are in a tree's order
    tree.order[0] as Stack;
    // @ts-expect-error lines become frames
    frames.ofLine[0] as Line;
    // @ts-expect-error locations become distinct ones
    locations.ofLocation[0]?.[0] as Location;
    // @ts-expect-error a tree of locations is none of frames
    tree satisfies typeof ofLocations;
    // @ts-expect-error frames are told apart by a tree of locations only
    frameTree(tree, locations, frames);
    // @ts-expect-error a frame is not stored as a node
    tree.next[0] = 0 as Frame;
    // @ts-expect-error a plain column is of nothing
    new Uint32Array(1) satisfies IdColumn<Entry>;
  },

  stacks(stacks: Stacks, location: DistinctLocation): void {
    // @ts-expect-error a distinct location is no stack
    stacks.ofEntry[0] = location;
    // @ts-expect-error stacks hold distinct locations
    stacks.distinct.locations[0] as Location;
  },
};

test('one thing’s number cannot be passed, read or stored as another’s; run, they are numbers', () => {
  assert.equal(Object.keys(refused).length, 3);
  const look = lookAt([heap('f 1'), heap('f 2')]);
  const node: Node = nodeNamed(look, 'f');
  assert.equal(node, 1);
  assert.deepEqual(look.merged.tree.next, Uint32Array.of(2, 2));
});
