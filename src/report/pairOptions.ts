import type { ParseArgsConfig } from 'node:util';
import type { Limits } from '../core/formats/limits.ts';
import { type Granularity, granularities } from '../core/names/granularity.ts';
import { type Filter, noFilter } from '../core/stacks/filterFields.ts';
import { oneOf, parsedLimits } from './options.ts';

/** How a pair is looked at. */
export interface PairOptions {
  readonly sampleType: string | undefined;
  readonly granularity: Granularity;
  readonly normalize: boolean;
  readonly filter: Filter;
  readonly limits: Limits;
}

export const pairOptionsUsage = `[--sample-type TYPE] [--granularity functions|lines|files|packages] [--normalize]
  [--focus RE] [--ignore RE] [--hide RE] [--show RE] [--show-from RE] [--tag-focus TAG] [--tag-ignore TAG]
  [--limit NAME=NUMBER]…`;

const text = { type: 'string' } as const;

/** Of `parseArgs`. */
export const pairOptions = {
  'sample-type': text,
  granularity: text,
  normalize: { type: 'boolean' },
  focus: text,
  ignore: text,
  hide: text,
  show: text,
  'show-from': text,
  'tag-focus': text,
  'tag-ignore': text,
  limit: { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options'];

type Texts = Readonly<Partial<Record<Exclude<keyof typeof pairOptions, 'normalize' | 'limit'>, string>>>;

/** Throws `UsageError`. */
export function parsePairOptions(
  values: Texts & { readonly normalize?: boolean; readonly limit?: readonly string[] },
): PairOptions {
  return {
    sampleType: values['sample-type'],
    granularity: oneOf('--granularity', granularities, values.granularity ?? 'functions'),
    normalize: values.normalize ?? false,
    filter: {
      ...noFilter,
      focus: values.focus ?? '',
      ignore: values.ignore ?? '',
      hide: values.hide ?? '',
      show: values.show ?? '',
      showFrom: values['show-from'] ?? '',
      tagFocus: values['tag-focus'] ?? '',
      tagIgnore: values['tag-ignore'] ?? '',
    },
    limits: parsedLimits(values.limit ?? []),
  };
}
