import type { ValueKind } from './valueKind.ts';

/** What is said of values of one kind: only memory is allocated. */
export interface ValueWords {
  /** 98 % `of` `is` a place; a value, `done` a place; a value, `here`. */
  readonly of: string;
  readonly is: string;
  readonly done: string;
  readonly here: string;
  /** What a site is. */
  readonly site: string;
  /** Behind a number; `''` where the unit says it. */
  readonly noun: string;
  /** In what order sites are listed. */
  readonly ranked: string;
}

const growth = {
  of: 'of the growth',
  site: 'function',
  noun: '',
  ranked: 'the largest growth first',
} as const;
const leak = { ...growth, ranked: 'the most probable leak first' } as const;

export const wordsOf: Readonly<Record<ValueKind, ValueWords>> = {
  memory: {
    ...leak,
    is: 'is allocated in',
    done: 'allocated in',
    here: 'allocated here',
    site: 'allocation site',
  },
  time: { ...growth, is: 'is spent in', done: 'spent in', here: 'spent here' },
  waiting: { ...growth, is: 'was waited in', done: 'waited in', here: 'waited here' },
  goroutines: {
    ...leak,
    of: 'of the added goroutines',
    is: 'are waiting in',
    done: 'waiting in',
    here: 'waiting here',
    noun: ' goroutines',
  },
  threads: {
    ...leak,
    of: 'of the added threads',
    is: 'were created in',
    done: 'created in',
    here: 'created here',
    noun: ' threads',
  },
  exceptions: { ...growth, is: 'was thrown in', done: 'thrown in', here: 'thrown here' },
  other: { ...growth, is: 'is in', done: 'in', here: 'here' },
};
