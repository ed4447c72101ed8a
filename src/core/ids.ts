import type { Ids } from './profile.ts';

declare const space: unique symbol;

/** A row number that says of what: one thing's cannot be passed, or stored, where another's is meant. */
type Id<Space extends string> = number & { readonly [space]: Space };

/** A line of the line table (`LineTable`), not a line of a file. */
export type Line = Id<'line'>;
/** A frame of `Frames`. */
export type Frame = Id<'frame'>;
/** A location of one profile; a filter's stacks may have one more, for what was cut off. */
export type Location = Id<'location'>;
/** A location of all profiles together, as `DistinctLocations` numbers them. */
export type DistinctLocation = Id<'distinct location'>;
/** A stack of a `StackSet`. */
export type Stack = Id<'stack'>;
/** A sample of all profiles together: those of the first, then those of the next. */
export type Entry = Id<'entry'>;
/** Of all profiles together, what has one stack and one object size: see `Buckets`. */
export type Bucket = Id<'bucket'>;
/** A node of a `CallTree`, in preorder. */
export type Node = Id<'node'>;

/** A typed array that holds such numbers: a plain one while the program runs. */
export type IdColumn<Of extends number, Column extends Ids | Int32Array = Uint32Array> = Column & {
  readonly [index: number]: Of;
};
