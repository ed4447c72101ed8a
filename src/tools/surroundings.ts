import type { Grown } from '../core/answers/growth.ts';
import { ProfileError } from '../core/error.ts';
import type { Limits } from '../core/formats/limits.ts';
import type { Hint } from '../core/hints/hint.ts';
import { type KnownLeak, parseKnownLeaks } from '../core/known/knownLeaks.ts';
import type { Place } from '../core/names/place.ts';
import type { ReachedSource } from '../core/source/readScript.ts';
import type { Author, SourcePart } from '../core/tell/excerpt.ts';
import type { FoundPlace } from '../core/tell/toldPlace.ts';
import type { EngineClient } from '../engine/client.ts';
import type { SeriesClient } from '../engine/series/seriesClient.ts';

/** Why a tool does not answer, as sentences that say what to do instead. */
export class ToolError extends Error {}

/** The leaks that a file lists. Throws `ToolError`. */
export function knownIn(text: string, path: string): readonly KnownLeak[] {
  try {
    return parseKnownLeaks(text);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new ToolError(`${path} ${error.detail}. Correct the file of known leaks.`);
  }
}

/** A profile's bytes. Whoever asked for them may give them away. */
export interface ProfileBytes {
  /** As it can be given again. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Source, as far as it can be reached. */
export interface SourceAround {
  /** Where a place stands in source as it is today. */
  readonly find: (place: Place) => Promise<FoundPlace>;
  /** Lines around one that was found; null where they cannot be read. */
  readonly source: (place: FoundPlace) => Promise<SourcePart | null>;
  readonly author: (place: FoundPlace) => Promise<Author | null>;
  readonly hint: (place: FoundPlace, grown: Grown) => Promise<Hint | null>;
}

/** What a tool can reach. All may be asked for what a model has made up, and throw `ToolError`. */
export interface Surroundings extends SourceAround {
  readonly limits: Limits;
  readonly read: (path: string) => Promise<ProfileBytes>;
  /** The files, and those that are profiles in folders among them, each as it can be read. */
  readonly expand: (paths: readonly string[]) => Promise<readonly string[]>;
  readonly scripts: ReachedSource;
  /** Those of some places' files that are the reader's own. */
  readonly own: (places: readonly Place[]) => Promise<readonly string[]>;
  /** Leaks that the folders' `.heap-diff.json` sets aside. */
  readonly known: () => Promise<readonly KnownLeak[]>;
  /** Threads of their own; whoever asks ends them. */
  readonly pairEngine: () => EngineClient;
  readonly seriesEngine: () => SeriesClient;
}
