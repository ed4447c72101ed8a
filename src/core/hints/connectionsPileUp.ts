import * as l10n from '@vscode/l10n';
import type { Heed } from '../heed.ts';
import { sentences } from '../sentences.ts';
import type { Hint, HintLine } from './hint.ts';
import type { PackageCode } from './packageCode.ts';
import { unreleased } from './resources.ts';
import { functionTitle, lineIn } from './words.ts';

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
