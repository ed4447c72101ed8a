/** Called between steps of long work; throws `Cancelled` when nobody waits for the result any more. */
export type Heed = () => void;

/** For work that is always wanted. */
export const heedNothing: Heed = () => {};

/** A request that was taken back, before or while it was worked on. Nothing to tell anybody. */
export class Cancelled extends Error {
  constructor() {
    super('the request was taken back');
    this.name = 'Cancelled';
  }
}
