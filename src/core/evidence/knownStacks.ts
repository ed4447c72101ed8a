import * as l10n from '@vscode/l10n';

/** What piles up where a library keeps things for its callers, known by functions of the library that only make what it keeps. */
export interface KnownStack {
  /** Names it in tests and in data. */
  readonly rule: string;
  /** A function on the stack. */
  readonly by: RegExp;
  /** The function that calls it, where it makes for others too. */
  readonly under?: RegExp;
  /** What piles up, and what ends that. */
  readonly text: () => string;
  /** What asks for what piles up, where that is made in goroutines of the library: who asked does not stand on their stacks. */
  readonly asks?: RegExp;
  /** What source that leaves it open imports, and which kind of thing it has to close. */
  readonly open?: { readonly imported: string; readonly kind: 'response' | 'rows' };
}

const known: readonly KnownStack[] = [
  {
    rule: 'connectionsPileUp',
    by: /^net\/http\.(?:\(\*persistConn\)\.|\(\*Transport\)\.dialConn|\(\*http2ClientConn\)\.)/,
    text: () =>
      l10n.t(
        'HTTP client connections pile up. One stays for each response whose body is not read to its end and closed, and for each `http.Transport` that is dropped without `CloseIdleConnections`.',
      ),
    asks: /^net\/http\.(?:(?:\(\*Client\)\.)?(?:do|Do|Get|Head|Post|PostForm)|\(\*Transport\)\.RoundTrip)$/,
    open: { imported: 'net/http', kind: 'response' },
  },
  {
    rule: 'connectionsPileUp',
    by: /^database\/sql\.\(\*(?:DB|Conn|Stmt|Tx)\)\.(?:conn|query|Query|grabConn|openNewConnection)/,
    text: () =>
      l10n.t(
        'Database connections pile up. One stays in use for each `Rows` that is neither read to its end nor closed.',
      ),
    open: { imported: 'sql', kind: 'rows' },
  },
  {
    rule: 'connectionsPileUp',
    by: /^google\.golang\.org\/grpc\/internal\/transport\.[nN]ewHTTP2Client$/,
    text: () => l10n.t('gRPC connections pile up. One stays for each `grpc.ClientConn` that is not closed.'),
    asks: /^google\.golang\.org\/grpc\.(?:NewClient|Dial|DialContext)$/,
  },
  {
    rule: 'clientsPileUp',
    by: /^google\.golang\.org\/grpc\/internal\/transport\.(?:NewServerTransport|newHTTP2Server)$/,
    text: () =>
      l10n.t(
        'Connections of clients to the gRPC server pile up. Each has its buffers for as long as it is open: `keepalive.ServerParameters` says how long one may be idle.',
      ),
  },
  {
    rule: 'clientsPileUp',
    by: /^net\/http\.newBufio(?:Reader|WriterSize)$/,
    under: /^net\/http\.\(\*conn\)\.serve$/,
    text: () =>
      l10n.t(
        'Connections of clients to the HTTP server pile up. Each has its buffers for as long as it is open: `IdleTimeout` of `http.Server` closes those that wait.',
      ),
  },
  {
    rule: 'contextsPileUp',
    by: /^context\.(?:\(\*cancelCtx\)\.)?propagateCancel$/,
    text: () =>
      l10n.t(
        'Contexts pile up. One stays with its parent until it is cancelled, its time is over, or its parent is done: its `cancel` has to be called on every way out.',
      ),
  },
  {
    rule: 'metricsPileUp',
    by: /^github\.com\/prometheus\/client_golang\/prometheus\.\(\*metricMap\)\.getOrCreateMetricWith/,
    text: () =>
      l10n.t(
        'Metrics pile up. The client of Prometheus keeps one for each combination of label values that it was ever given, until it is deleted: values without end, as ids and paths are, make metrics without end.',
      ),
  },
];

/** What is known of a stack, function names from the allocating one up; null for nothing. */
export function knownStack(stack: readonly string[]): KnownStack | null {
  const isOn = ({ by, under }: KnownStack): boolean =>
    stack.some((name, i) => by.test(name) && (under === undefined || under.test(stack[i + 1] ?? '')));
  return known.find(isOn) ?? null;
}
