/** Captures, or other files, that would close a gap in the evidence; what a button beside it does. */
export const closings = [
  'captureAgain',
  'captureSettled',
  'captureCollected',
  'captureSameBuild',
  'captureLonger',
  'captureWholeStacks',
  'captureAllocations',
  'showSeries',
  'chooseAgain',
] as const;
export type Closing = (typeof closings)[number];

/**
 * Something that the evidence at hand cannot tell. Panel, reports and tools say all three sentences: what cannot be
 * claimed ("whether it is a leak or a backlog"), why ("no capture was taken after the load had stopped"), and what would
 * close it ("Capture once more after the load has stopped.").
 */
export interface Gap {
  readonly claim: string;
  readonly why: string;
  readonly closedBy: string;
  readonly closing: Closing;
}
