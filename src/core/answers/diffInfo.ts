import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { captureTime } from '../pair/captureTime.ts';
import { defaultType } from '../pair/defaultType.ts';
import type { Profile, ProfileFormat, SampleType } from '../profile.ts';
import type { SourceMaps } from '../scripts/sourceMaps.ts';
import type { Looks } from './looks.ts';
import { type Notice, noticesOf } from './notices.ts';

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

/** A decoded profile and the name it is shown by. */
export interface NamedProfile {
  readonly name: string;
  readonly profile: Profile;
}

/** What is known of files, one or base and current, and of all looks at them. */
export function diffInfo(
  files: readonly NamedProfile[],
  looks: Looks,
  reordered: boolean,
  unused: Pick<SourceMaps, 'changed' | 'unreadable'> = { changed: [], unreadable: [] },
): DiffInfo {
  const current = files.at(-1);
  if (current === undefined) throw new ProfileError('empty', l10n.t`no file was opened`);
  const base = files.length > 1 ? files[0] : undefined;
  const { comparison, relation } = looks;
  const names = files.map(({ name }) => name);
  return {
    base: base === undefined ? null : fileInfo(base),
    current: fileInfo(current),
    reordered,
    sampleTypes: comparison.types.map(({ type, unit }) => ({ type, unit })),
    defaultSampleType: defaultType(comparison),
    notices: noticesOf(comparison, { ...relation, ...unused, reordered, names }),
  };
}

function fileInfo({ name, profile }: NamedProfile): FileInfo {
  return {
    name,
    format: profile.format,
    timeMs: captureTime(profile.timeNanos),
    durationMs: Number(profile.durationNanos / 1_000_000n),
    samples: profile.samples.count,
  };
}
