import type { ProfileFormat, SampleType } from '../profile.ts';
import type { Notice } from './notices.ts';
/** One of the two files, as far as the reader of the diff needs to know it. */
export interface FileInfo {
  /** Display name, given by whoever opened it. */
  readonly name: string;
  readonly format: ProfileFormat;
  /** Capture time in milliseconds since 1970, null when the profile does not tell. */
  readonly timeMs: number | null;
  readonly durationMs: number;
  readonly samples: number;
}

/** What is known once both files are decoded, whatever the options. `base` is null for one profile alone. */
export interface DiffInfo {
  readonly base: FileInfo | null;
  readonly current: FileInfo;
  /** True when the files were given in the other order and put in order of their capture times. */
  readonly reordered: boolean;
  /** Sample types that both have, in the order of the current profile's columns. */
  readonly sampleTypes: readonly SampleType[];
  readonly defaultSampleType: string;
  readonly notices: readonly Notice[];
}
