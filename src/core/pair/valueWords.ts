import * as l10n from '@vscode/l10n';
import { assertNever } from '../assertNever.ts';
import { formatDelta } from '../format.ts';
import type { ValueKind } from './valueKind.ts';

/** What is said of values of one kind: only memory is allocated. Places `{0}` are left for `filled`. */
export interface ValueWords {
  /** Share {0} of the growth, and the place {1} where it is. */
  readonly growthIn: string;
  /** Share {0} of a profile, and the place {1} where it is. */
  readonly heldIn: string;
  /** Growth {0}, the largest, and the place {1} where it is. */
  readonly largestIn: string;
  /** Behind a value. */
  readonly here: string;
  /** No site grew. */
  readonly noneGrew: string;
  /** The same, and the place {0} that shrank most, and by how much {1}. */
  readonly noneGrewBut: string;
  /** How sites are told apart. */
  readonly bySite: string;
  /** Share {0} of the growth. */
  readonly shareOf: string;
  /** In what order sites are listed. */
  readonly ranked: string;
}

/** Looked up on each call: the language is not known when this is loaded. */
export function wordsOf(kind: ValueKind): ValueWords {
  switch (kind) {
    case 'memory':
      return {
        ...leak(),
        growthIn: l10n.t('{0} of the growth is allocated in {1}.'),
        heldIn: l10n.t('{0} is allocated in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, allocated in {1}.'),
        here: l10n.t('allocated here'),
        noneGrew: l10n.t('No allocation site grew beyond sampling noise.'),
        noneGrewBut: l10n.t('No allocation site grew beyond sampling noise; what shrank most is {0}, {1}.'),
        bySite: l10n.t('By allocation site'),
      };
    case 'time':
      return {
        ...growth(),
        growthIn: l10n.t('{0} of the growth is spent in {1}.'),
        heldIn: l10n.t('{0} is spent in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, spent in {1}.'),
        here: l10n.t('spent here'),
      };
    case 'waiting':
      return {
        ...growth(),
        growthIn: l10n.t('{0} of the growth was waited in {1}.'),
        heldIn: l10n.t('{0} was waited in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, waited in {1}.'),
        here: l10n.t('waited here'),
      };
    case 'goroutines':
      return {
        ...leak(),
        shareOf: l10n.t('{0} of the added goroutines'),
        growthIn: l10n.t('{0} of the added goroutines are waiting in {1}.'),
        heldIn: l10n.t('{0} are waiting in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, waiting in {1}.'),
        here: l10n.t('waiting here'),
      };
    case 'leakedGoroutines':
      return {
        ...wordsOf('goroutines'),
        ...growth(),
        shareOf: l10n.t('{0} of the added leaked goroutines'),
        growthIn: l10n.t('{0} of the added leaked goroutines are waiting in {1}.'),
      };
    case 'threads':
      return {
        ...leak(),
        shareOf: l10n.t('{0} of the added threads'),
        growthIn: l10n.t('{0} of the added threads were created in {1}.'),
        heldIn: l10n.t('{0} were created in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, created in {1}.'),
        here: l10n.t('created here'),
      };
    case 'exceptions':
      return {
        ...growth(),
        growthIn: l10n.t('{0} of the growth was thrown in {1}.'),
        heldIn: l10n.t('{0} was thrown in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, thrown in {1}.'),
        here: l10n.t('thrown here'),
      };
    case 'other':
      return {
        ...growth(),
        growthIn: l10n.t('{0} of the growth is in {1}.'),
        heldIn: l10n.t('{0} is in {1}.'),
        largestIn: l10n.t('{0} is the largest growth, in {1}.'),
        here: l10n.t('here'),
      };
    default:
      return assertNever(kind);
  }
}

function growth(): Pick<ValueWords, 'noneGrew' | 'noneGrewBut' | 'bySite' | 'shareOf' | 'ranked'> {
  return {
    shareOf: l10n.t('{0} of the growth'),
    noneGrew: l10n.t('No function grew beyond sampling noise.'),
    noneGrewBut: l10n.t('No function grew beyond sampling noise; what shrank most is {0}, {1}.'),
    bySite: l10n.t('By function'),
    ranked: l10n.t('the largest growth first'),
  };
}

function leak(): ReturnType<typeof growth> {
  return { ...growth(), ranked: l10n.t('the most probable leak first') };
}

/** What is said where no site grew at all, though some of their stacks may have. */
export function noneGrown(stacksGrew: boolean): Pick<ValueWords, 'noneGrew' | 'noneGrewBut'> {
  if (stacksGrew) {
    return {
      noneGrew: l10n.t`No site grew.`,
      noneGrewBut: l10n.t('No site grew; what shrank most is {0}, {1}.'),
    };
  }
  return {
    noneGrew: l10n.t`Nothing grew.`,
    noneGrewBut: l10n.t('Nothing grew; what shrank most is {0}, {1}.'),
  };
}

/** A change of values of one kind and unit, with their noun where no unit says it: `+1 goroutine`, `−3 threads`, `+5.0 MiB`. */
export function withNoun(delta: number, unit: string, kind: ValueKind): string {
  const change = formatDelta(delta, unit);
  const isOne = Math.abs(Math.round(delta)) === 1;
  if (kind === 'goroutines') return isOne ? l10n.t`${change} goroutine` : l10n.t`${change} goroutines`;
  if (kind === 'leakedGoroutines')
    return isOne ? l10n.t`${change} leaked goroutine` : l10n.t`${change} leaked goroutines`;
  if (kind === 'threads') return isOne ? l10n.t`${change} thread` : l10n.t`${change} threads`;
  return change;
}
