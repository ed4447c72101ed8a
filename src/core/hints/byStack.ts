import * as l10n from '@vscode/l10n';
import type { Heed } from '../heed.ts';
import { writesProfile } from '../names/profilers.ts';
import { sentences } from '../sentences.ts';
import type { Hint, HintLine } from './hint.ts';
import type { PackageCode } from './packageCode.ts';
import { unreleased } from './resources.ts';
import { functionTitle, lineIn } from './words.ts';

/** Memory of the profiler itself: what it takes to write a profile grows with the first one, and is no leak of the program's. */
export function profilerWrites(stack: readonly string[]): Hint | null {
  const writer = stack.find(writesProfile);
  if (writer === undefined) return null;
  return {
    rule: 'profilerWrites',
    text: l10n.t`On its largest stack this is allocated below \`${writer}\`, to write a profile: memory of the profiler, not of the program.`,
    lines: [],
    next: null,
  };
}

/** Memory of goroutines themselves: the runtime's own descriptors, which it keeps for ever. */
export function goroutinesPileUp(stack: readonly string[]): Hint | null {
  const grows = stack.slice(0, 4).some(name => /^runtime\.(?:malg|allgadd|newproc1)(?:\.|$)/.test(name));
  if (!grows) return null;
  return {
    rule: 'goroutinesPileUp',
    text: l10n.t(
      'Goroutines pile up, or did at some time: the runtime allocates here when more of them exist than ever before, and keeps what it allocated. A goroutine profile shows where they wait.',
    ),
    lines: [],
    next: null,
  };
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
export function goroutinesLeft(stack: readonly string[]): Hint | null {
  const wait = waits.find(([by]) => stack.some(name => by.test(name)));
  if (wait === undefined) return null;
  return {
    rule: 'goroutinesLeft',
    text: sentences(
      wait[1](),
      l10n.t('A garbage collection has found that: they stay for ever, with all that they hold.'),
    ),
    lines: [],
    next: null,
  };
}

/** Functions that hold what a client's connection costs, and what leaves a connection open. */
const connections = [
  {
    stack: /^net\/http\.(?:\(\*persistConn\)\.|\(\*Transport\)\.dialConn|\(\*http2ClientConn\)\.)/,
    imported: 'net/http',
    kind: 'response',
    text: () =>
      l10n.t(
        'HTTP client connections pile up. One stays for each response whose body is not read to its end and closed, and for each `http.Transport` that is dropped without `CloseIdleConnections`.',
      ),
    unclosed: (named: string) => l10n.t`No close of the response body was found in ${named}.`,
  },
  {
    stack: /^database\/sql\.\(\*(?:DB|Conn|Stmt|Tx)\)\.(?:conn|query|Query|grabConn|openNewConnection)/,
    imported: 'sql',
    kind: 'rows',
    text: () =>
      l10n.t(
        'Database connections pile up. One stays in use for each `Rows` that is neither read to its end nor closed.',
      ),
    unclosed: (named: string) => l10n.t`No close of the rows was found in ${named}.`,
  },
] as const;

/** Functions that are named. */
const mostNamed = 3;

/** Connections that pile up, known from the stack; with the calls that leave them open where they are found. */
export async function connectionsPileUp(
  code: PackageCode,
  stack: readonly string[],
  heed: Heed,
): Promise<Hint | null> {
  const connection = connections.find(each => stack.some(name => each.stack.test(name)));
  if (connection === undefined) return null;
  const titles: string[] = [];
  const lines: HintLine[] = [];
  for (const file of code.files('.go')) {
    if (!code.text(file)?.includes(connection.imported)) continue;
    const source = await code.source(file, heed);
    if (source === null) continue;
    for (const { name, fn } of unreleased(source, connection.kind)) {
      titles.push(`\`${functionTitle(source, fn)}\``);
      lines.push(lineIn(source, name));
    }
  }
  const named = titles.slice(0, mostNamed).join(', ');
  return {
    rule: 'connectionsPileUp',
    text: sentences(connection.text(), named === '' ? '' : connection.unclosed(named)),
    lines: lines.slice(0, mostNamed),
    next: null,
  };
}
