import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { exactCount } from '../format.ts';

/**
 * How much may be read, each a setting of the same name: of one file and, but for texts and JSON, of all files of a
 * comparison together (`pairLimits.ts`). They are far above any real profile, and keep a small file that unfolds into
 * a huge one from taking the machine's memory. MiB are 2^20 bytes.
 */
export interface Limits {
  /** Decompressed. */
  readonly inflatedMiB: number;
  /** Of a text, and 16,384 of its lines for each. */
  readonly textMiB: number;
  readonly jsonMiB: number;
  readonly samples: number;
  /** Of all stacks. */
  readonly frames: number;
  /** Of all samples. */
  readonly labels: number;
  /** Comments and unknown fields count too, each kind for itself. */
  readonly strings: number;
  /** Functions and lines count too, each kind for itself. */
  readonly locations: number;
}

export type LimitName = keyof Limits;

export const defaultLimits: Limits = {
  inflatedMiB: 512,
  textMiB: 64,
  jsonMiB: 64,
  samples: 5_000_000,
  frames: 100_000_000,
  labels: 10_000_000,
  strings: 4_000_000,
  locations: 4_000_000,
};

/** The most that each may be raised to: offsets and indices stay below 2^31. */
export const largestLimits: Limits = {
  inflatedMiB: 2047,
  textMiB: 2047,
  jsonMiB: 2047,
  samples: 100_000_000,
  frames: 500_000_000,
  labels: 100_000_000,
  strings: 100_000_000,
  locations: 100_000_000,
};

export const limitNames: readonly LimitName[] = [
  'inflatedMiB',
  'textMiB',
  'jsonMiB',
  'samples',
  'frames',
  'labels',
  'strings',
  'locations',
];

/** Limits as given, in whole numbers: what is out of range is the nearest in it, what is not given the default. */
export function validLimits(given: (name: LimitName) => number | undefined): Limits {
  const valid = (name: LimitName): number =>
    Math.min(Math.max(given(name) ?? defaultLimits[name], 1), largestLimits[name]);
  return {
    inflatedMiB: valid('inflatedMiB'),
    textMiB: valid('textMiB'),
    jsonMiB: valid('jsonMiB'),
    samples: valid('samples'),
    frames: valid('frames'),
    labels: valid('labels'),
    strings: valid('strings'),
    locations: valid('locations'),
  };
}

/** Bounds that no setting moves. */
export const bounds = {
  /** Frames of one stack, inlined ones counted: depths are kept in 16 bits. */
  stackFrames: 65_000,
  sampleTypes: 256,
  mappings: 100_000,
  /** Bytes of one string of a profile.proto, UTF-16 units of one of a text: what is longer is cut. */
  nameLength: 1 << 16,
  /** Values for each sample that `Limits` allows. */
  valuesPerSample: 4,
  linesPerMiB: 1 << 14,
  /** What a text names takes that many times the memory and time of the same in a profile.proto. */
  textWeight: 8,
} as const;

/** The limits of a text, where each name and address has to be looked up. */
export function textLimits(limits: Limits): Limits {
  return { ...limits, locations: Math.ceil(limits.locations / bounds.textWeight) };
}

/** Bytes in a MiB. */
export const MiB = 1 << 20;

/** What is counted against a limit: that there is more of it than so much. */
const moreThan = {
  MiB: (most: string) => l10n.t`more than ${most} MiB`,
  'MiB when decompressed': (most: string) => l10n.t`more than ${most} MiB when decompressed`,
  'MiB of text': (most: string) => l10n.t`more than ${most} MiB of text`,
  'MiB of JSON': (most: string) => l10n.t`more than ${most} MiB of JSON`,
  'lines of text': (most: string) => l10n.t`more than ${most} lines of text`,
  samples: (most: string) => l10n.t`more than ${most} samples`,
  'values of samples': (most: string) => l10n.t`more than ${most} values of samples`,
  'sample types': (most: string) => l10n.t`more than ${most} sample types`,
  frames: (most: string) => l10n.t`more than ${most} frames`,
  labels: (most: string) => l10n.t`more than ${most} labels`,
  strings: (most: string) => l10n.t`more than ${most} strings`,
  comments: (most: string) => l10n.t`more than ${most} comments`,
  'other fields': (most: string) => l10n.t`more than ${most} other fields`,
  symbols: (most: string) => l10n.t`more than ${most} symbols`,
  mappings: (most: string) => l10n.t`more than ${most} mappings`,
  locations: (most: string) => l10n.t`more than ${most} locations`,
  functions: (most: string) => l10n.t`more than ${most} functions`,
  'lines of locations': (most: string) => l10n.t`more than ${most} lines of locations`,
} as const;

/** What limits count. */
export type Counted = keyof typeof moreThan;

/** The error for what passes a limit; `most` is the number where it only follows from the limit. */
export function overLimit(
  name: LimitName,
  limits: Limits,
  what: Counted,
  most: number = limits[name],
): ProfileError {
  return new ProfileError('overLimit', moreThan[what](inWords(most)), undefined, undefined, name);
}

/** 5 million, 64,000. */
function inWords(count: number): string {
  const millions = count / 1_000_000;
  if (millions < 1 || !Number.isInteger(millions * 10)) return exactCount(count);
  return millions === 1 ? l10n.t('1 million') : l10n.t`${exactCount(millions)} million`;
}
