import { isToken, isWord, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import { goFile, goTitle } from './goCode.ts';
import type { HintLine, Rule } from './hint.ts';

/** Functions that hold what a client's connection costs, and what leaves a connection open. */
const kinds = [
  {
    stack: /^net\/http\.(?:\(\*persistConn\)\.|\(\*Transport\)\.dialConn|\(\*http2ClientConn\)\.)/,
    calls: new Set(['Get', 'Post', 'PostForm', 'Head', 'Do', 'RoundTrip']),
    // `resp.Body.Close()`
    closes: (tokens: Tokens, i: number) => isToken(tokens, i + 1, '.') && isToken(tokens, i + 2, 'Body'),
    what: 'HTTP client connections',
    unclosed: 'response body',
    advice:
      'One stays for each response whose body is not read to its end and closed, and for each `http.Transport` that is dropped without `CloseIdleConnections`.',
  },
  {
    stack: /^database\/sql\.\(\*(?:DB|Conn|Stmt|Tx)\)\.(?:conn|query|Query|grabConn|openNewConnection)/,
    calls: new Set(['Query', 'QueryContext', 'Queryx', 'QueryxContext']),
    closes: (tokens: Tokens, i: number) => isToken(tokens, i + 1, '.') && isToken(tokens, i + 2, 'Close'),
    what: 'Database connections',
    unclosed: 'rows',
    advice: 'One stays in use for each `Rows` that is neither read to its end nor closed.',
  },
] as const;

type Kind = (typeof kinds)[number];

/** Connections that pile up, known from the stack; with the call that leaves them open where it is found. */
export const goUnclosedResponse: Rule = input => {
  const kind = kinds.find(({ stack }) => input.stack.some(name => stack.test(name)));
  if (kind === undefined) return null;
  const found = unclosedCalls(kind, input.sources);
  const names = found.map(({ title }) => `\`${title}\``).join(', ');
  const where = found.length === 0 ? '' : ` No close of the ${kind.unclosed} was found in ${names}.`;
  return {
    rule: 'goUnclosedResponse',
    text: `${kind.what} pile up. ${kind.advice}${where}`,
    lines: found.map(({ line }) => line),
  };
};

/** Calls whose result stays in the function that makes them and is not closed there. */
function unclosedCalls(
  kind: Kind,
  sources: ReadonlyMap<string, string>,
): readonly { readonly title: string; readonly line: HintLine }[] {
  const found: { title: string; line: HintLine }[] = [];
  for (const [path, text] of sources) {
    if (
      !path.endsWith('.go') ||
      path.endsWith('_test.go') ||
      !text.includes(kind === kinds[0] ? 'net/http' : 'sql')
    ) {
      continue;
    }
    const { tokens, functions } = goFile(sources, path, text);
    for (const fn of functions) {
      for (let i = fn.open + 1; i < fn.close; i++) {
        const name = resultOf(tokens, i, kind);
        if (name === null || isClosedOrGone(tokens, i, fn.open, fn.close, name, kind)) continue;
        found.push({ title: goTitle(fn), line: { file: path, line: tokenLine(tokens, i) } });
      }
    }
  }
  return found.slice(0, 3);
}

/** `resp` in `resp, err := client.Do(`; row `i` is `resp`. */
function resultOf(tokens: Tokens, i: number, kind: Kind): string | null {
  if (!isWord(tokens, i) || !isToken(tokens, i + 1, ',') || !isWord(tokens, i + 2)) return null;
  if (!isToken(tokens, i + 3, ':=') && !isToken(tokens, i + 3, '=')) return null;
  if (isToken(tokens, i, '_') || isToken(tokens, i - 1, '.')) return null;
  let call = i + 4;
  while (isWord(tokens, call) && isToken(tokens, call + 1, '.')) call += 2;
  return call > i + 4 && kind.calls.has(tokenText(tokens, call)) && isToken(tokens, call + 1, '(')
    ? tokenText(tokens, i)
    : null;
}

/** True when the result is closed, or handed on to code that may close it. */
function isClosedOrGone(
  tokens: Tokens,
  at: number,
  from: number,
  to: number,
  name: string,
  kind: Kind,
): boolean {
  for (let i = from + 1; i < to; i++) {
    if (i === at || !isToken(tokens, i, name) || isToken(tokens, i - 1, '.')) continue;
    if (kind.closes(tokens, i)) {
      if (kind.unclosed === 'rows' || isToken(tokens, i + 4, 'Close') || !isToken(tokens, i + 3, '.')) {
        // `io.ReadAll(resp.Body)` reads but does not close; any other user of the body may.
        if (!isReadOnly(tokens, i)) return true;
      }
    } else if (
      !isToken(tokens, i + 1, '.') &&
      !isToken(tokens, i + 1, '==') &&
      !isToken(tokens, i + 1, '!=')
    ) {
      return true;
    }
  }
  return false;
}

/** True for `io.ReadAll(resp.Body)`, `io.Copy(w, resp.Body)` and decoders: functions that are known not to close. */
function isReadOnly(tokens: Tokens, i: number): boolean {
  const call = isToken(tokens, i - 1, '(') ? i - 2 : isToken(tokens, i - 1, ',') ? i - 4 : -1;
  return ['ReadAll', 'Copy', 'NewDecoder', 'NewScanner', 'NewReader'].some(name =>
    isToken(tokens, call, name),
  );
}
