import * as l10n from '@vscode/l10n';
import { writesProfile } from '../names/profilers.ts';
import type { ValueKind } from '../pair/valueKind.ts';
import { sentences } from '../sentences.ts';
import { shownName } from '../shown.ts';
import { knownStack } from './knownStacks.ts';

/** What a stack tells by itself of why its growth may stay: a guess, for which no source is needed. */
export interface StackHint {
  /** Names the reason in tests and in data. */
  readonly rule: string;
  /** Code stands in back-quotes. */
  readonly text: string;
}

/** Below this retained share most of what a site allocates does not stay. */
export const leastRetained = 0.5;

/** Of a site's largest stack, function names from the allocating one up; null where nothing is sure. `retained` is null when unknown. */
export function stackHint(
  kind: ValueKind,
  stack: readonly string[],
  retained: number | null,
): StackHint | null {
  const ofProfiler = kind === 'memory' ? profilerWrites(stack) : null;
  if (ofProfiler !== null || (retained !== null && retained < leastRetained)) return ofProfiler;
  return (
    goroutinesPileUp(stack) ?? pilesUp(stack) ?? (kind === 'leakedGoroutines' ? goroutinesLeft(stack) : null)
  );
}

/** Memory of the profiler itself: what it takes to write a profile grows with the first one, and is no leak of the program's. */
function profilerWrites(stack: readonly string[]): StackHint | null {
  const found = stack.find(writesProfile);
  if (found === undefined) return null;
  const writer = shownName(found).replaceAll('`', 'ˋ');
  return {
    rule: 'profilerWrites',
    text: l10n.t`On its largest stack this is allocated below \`${writer}\`, to write a profile: memory of the profiler, not of the program.`,
  };
}

/** Memory of goroutines themselves: the runtime's own descriptors, which it keeps for ever. */
function goroutinesPileUp(stack: readonly string[]): StackHint | null {
  const grows = stack.slice(0, 4).some(name => /^runtime\.(?:malg|allgadd|newproc1)(?:\.|$)/.test(name));
  if (!grows) return null;
  return {
    rule: 'goroutinesPileUp',
    text: l10n.t(
      'Goroutines pile up, or did at some time: the runtime allocates here when more of them exist than ever before, and keeps what it allocated. A goroutine profile shows where they wait.',
    ),
  };
}

function pilesUp(stack: readonly string[]): StackHint | null {
  const known = knownStack(stack);
  return known && { rule: known.rule, text: known.text() };
}

/** By the runtime's function that puts a goroutine to sleep, or the one of `sync` above it: what it waits for in vain. */
const waits: readonly (readonly [by: RegExp, text: () => string])[] = [
  [
    /^sync\.\(\*WaitGroup\)\.Wait$/,
    () => l10n.t('Goroutines wait here for a `sync.WaitGroup` that nothing can finish any more.'),
  ],
  [
    /^sync\.\(\*Cond\)\.Wait$/,
    () => l10n.t('Goroutines wait here for a `sync.Cond` that nothing signals any more.'),
  ],
  [
    /^(?:internal\/)?sync\.\(\*(?:RW)?Mutex\)\.r?lock(?:Slow)?$/i,
    () => l10n.t('Goroutines wait here for a lock that nothing can unlock any more.'),
  ],
  [
    /^runtime\.chansend\d?$/,
    () => l10n.t('Goroutines wait here to send to a channel that nothing receives from any more.'),
  ],
  [
    /^runtime\.chanrecv\d?$/,
    () => l10n.t('Goroutines wait here to receive from a channel that nothing sends to or closes any more.'),
  ],
  [
    /^runtime\.(?:selectgo|block)$/,
    () => l10n.t('Goroutines wait here in a `select`, and nothing uses its channels any more.'),
  ],
];

/**
 * Goroutines that have leaked, as Go 1.27 tells: what they wait for is reached by no goroutine that can still run
 * (`goroutineleak` in runtime/pprof's documentation). Null where the stack does not show what they wait in.
 */
function goroutinesLeft(stack: readonly string[]): StackHint | null {
  const wait = waits.find(([by]) => stack.some(name => by.test(name)));
  if (wait === undefined) return null;
  return {
    rule: 'goroutinesLeft',
    text: sentences(
      wait[1](),
      l10n.t('A garbage collection has found that: they stay for ever, with all that they hold.'),
    ),
  };
}
