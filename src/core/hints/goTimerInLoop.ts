import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import { type GoSite, goSite } from './goCode.ts';
import type { Rule } from './hint.ts';

/** A timer or ticker that the site makes and that nothing stops. */
export const goTimerInLoop: Rule = input => {
  const site = goSite(input.sources, input.site);
  if (site === null) return null;
  const { tokens } = site.file;
  for (let i = site.fn.open + 1; i < site.fn.close; i++) {
    if (tokenLine(tokens, i) !== site.line || !isToken(tokens, i, 'time') || !isToken(tokens, i + 1, '.'))
      continue;
    if (!isToken(tokens, i + 3, '(')) continue;
    const text = reason(site, tokenText(tokens, i + 2), i);
    if (text !== null)
      return { rule: 'goTimerInLoop', text, lines: [{ file: site.file.path, line: site.line }] };
  }
  return null;
};

function reason(site: GoSite, made: string, at: number): string | null {
  const { tokens } = site.file;
  switch (made) {
    case 'After':
      return isAbandoned(tokens, at) && isInLoop(site, at)
        ? 'Each turn of the loop makes a timer with `time.After`. When another case of the `select` goes first, the timer stays until it fires (until Go 1.23).'
        : null;
    case 'Tick':
      return 'The ticker behind `time.Tick` cannot be stopped: each call leaves one for ever (until Go 1.23).';
    case 'NewTicker': {
      const name = assignedLocal(tokens, at);
      // A program's own main makes its ticker once.
      if (site.fn.name === 'main' && !isInLoop(site, at)) return null;
      return name !== null && isKeptHere(site, at, name)
        ? `\`${name}\` is a new ticker; no \`${name}.Stop()\` was found in \`${site.fn.name}\`, and nothing else gets hold of it. A ticker that is not stopped stays for ever (until Go 1.23).`
        : null;
    }
    default:
      return null;
  }
}

/** True in a `select` of which another case goes on with the loop, so that the timer is left behind. */
function isAbandoned(tokens: Tokens, at: number): boolean {
  if (!isToken(tokens, at - 1, '<-')) return false;
  let open = at;
  while (open > 0 && !(isToken(tokens, open, '{') && closing(tokens, open) > at)) open--;
  if (!isToken(tokens, open - 1, 'select')) return false;
  const close = closing(tokens, open);
  let leaves = true;
  let others = 0;
  let inOther = false;
  for (let i = open + 1; i <= close; i++) {
    if (isToken(tokens, i, 'case') || isToken(tokens, i, 'default') || i === close) {
      if (inOther && !leaves) others++;
      leaves = false;
      inOther = i + 2 !== at && tokenLine(tokens, i) !== tokenLine(tokens, at);
    } else if (isToken(tokens, i, 'return') || isToken(tokens, i, 'goto') || isToken(tokens, i, 'panic'))
      leaves = true;
    const partner = tokens.partner[i] ?? -1;
    if (partner > i) i = partner;
  }
  return others > 0;
}

/** True when a `for` stands between the row and the function literal or function around it. */
function isInLoop({ file: { tokens }, fn }: GoSite, at: number): boolean {
  for (let i = at; i > fn.open; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, '{')) {
      let start = i;
      while (start > fn.open && tokens.line[start - 1] === tokens.line[i]) start--;
      for (let j = start; j < i; j++) if (isToken(tokens, j, 'func')) return false;
      if (
        isToken(tokens, start, 'for') ||
        (isToken(tokens, start + 1, ':') && isToken(tokens, start + 2, 'for'))
      ) {
        return true;
      }
    }
  }
  return false;
}

/** The variable in `name := time.NewTicker(…)`. */
function assignedLocal(tokens: Tokens, at: number): string | null {
  return isToken(tokens, at - 1, ':=') && isWord(tokens, at - 2) ? tokenText(tokens, at - 2) : null;
}

/** True when the function only reads the variable's channel: it neither stops it nor hands it on. */
function isKeptHere({ file: { tokens }, fn }: GoSite, at: number, name: string): boolean {
  for (let i = fn.open + 1; i < fn.close; i++) {
    if (i === at - 2 || !isToken(tokens, i, name) || isToken(tokens, i - 1, '.')) continue;
    const reads =
      isToken(tokens, i + 1, '.') && (isToken(tokens, i + 2, 'C') || isToken(tokens, i + 2, 'Reset'));
    if (!reads) return false;
  }
  return true;
}
