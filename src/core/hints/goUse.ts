import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import { type GoCode, type GoFile, joined } from './goCode.ts';
import { type GoChain, type GoContainer, isKey, usesOf } from './goContainer.ts';

/**
 * What a piece of code does to a container. `escape`: it hands the container on to code that may do anything.
 * `bound`: it compares the container's size with a limit.
 */
export type GoUseKind = 'add' | 'remove' | 'replace' | 'init' | 'read' | 'bound' | 'escape';

/** One use of a container. Rows `start ..= end` are its name with what stands before the dots. */
export interface GoUse {
  readonly kind: GoUseKind;
  readonly file: GoFile;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Library functions that only read what they are given. */
const readers =
  /^(?:len|cap|copy|string|print|println|panic|(?:fmt|log|strings|bytes|sort|json|errors|reflect)\.\w+|maps\.(?:Keys|Values|Clone|Collect|All)|slices\.(?:Sort\w*|Contains\w*|Index\w*|Clone|Max\w*|Min\w*|BinarySearch\w*|Equal\w*|All|Values))$/;

const syncMapMethods: Readonly<Record<string, GoUseKind>> = {
  Store: 'add',
  LoadOrStore: 'add',
  Swap: 'add',
  CompareAndSwap: 'read',
  Load: 'read',
  Range: 'read',
  Delete: 'remove',
  LoadAndDelete: 'remove',
  CompareAndDelete: 'remove',
  Clear: 'remove',
};

/** Every use of the container in its package. */
export function usesOfContainer(code: GoCode, container: GoContainer): readonly GoUse[] {
  const uses: GoUse[] = [];
  for (const { file, at, chain } of usesOf(code, container)) {
    const { tokens } = file;
    const start = chain?.start ?? at;
    // Declarations: the field in its struct, the variable itself.
    if (tokenLine(tokens, at) === container.variable.line && file === container.variable.file) continue;
    const kind = isKey(tokens, at) && start === at ? 'init' : classify(file, container, chain, at);
    uses.push({ kind, file, start, end: at, line: tokenLine(tokens, start) });
  }
  return uses;
}

function classify(file: GoFile, container: GoContainer, chain: GoChain | null, at: number): GoUseKind {
  const { tokens } = file;
  // What hangs on a call or an index cannot be followed to the left; to the right it can.
  const start = chain?.start ?? at;
  const before = (text: string) => isToken(tokens, start - 1, text);
  if (
    isToken(tokens, start - 1, '(') &&
    (isToken(tokens, start - 2, 'delete') || isToken(tokens, start - 2, 'clear'))
  ) {
    return 'remove';
  }
  if (before('&')) return 'escape';
  if (container.kind === 'syncMap') return syncMapUse(tokens, at);
  if (before('(') && isToken(tokens, start - 2, 'len') && isToken(tokens, at + 1, ')'))
    return lengthUse(tokens, start - 2, at + 2);
  if (before('range')) return 'read';
  if (isToken(tokens, at + 1, '[')) return indexUse(tokens, container, at + 1);
  if (isToken(tokens, at + 1, '=') && !startsStatement(tokens, start)) return 'replace';
  if (isToken(tokens, at + 1, '=')) return assignment(file, container, chain, at);
  if (isToken(tokens, at + 1, '==') || isToken(tokens, at + 1, '!=')) return 'read';
  if (isToken(tokens, at + 1, ',') && listIsAssigned(tokens, start, at)) return 'replace';
  // A slice that is handed on by value keeps its length here.
  if (container.kind === 'slice') return 'read';
  return isArgument(tokens, start, at) && readers.test(calleeOf(tokens, start)) ? 'read' : 'escape';
}

function syncMapUse(tokens: Tokens, at: number): GoUseKind {
  if (isToken(tokens, at + 1, '=')) return 'replace';
  if (!isToken(tokens, at + 1, '.') || !isToken(tokens, at + 3, '(')) return 'escape';
  return syncMapMethods[tokenText(tokens, at + 2)] ?? 'escape';
}

/** `len(c.entries) > c.limit` bounds; `len(c.entries) == 0` and `> 0` only ask for emptiness. */
function lengthUse(tokens: Tokens, before: number, after: number): GoUseKind {
  const order = ['<', '>', '<=', '>=', '%'];
  const compares = order.some(text => isToken(tokens, after, text)) && !isToken(tokens, after + 1, '0');
  const compared = order.some(text => isToken(tokens, before - 1, text));
  const equals = isToken(tokens, after, '==') && !isToken(tokens, after + 1, '0');
  return compares || compared || equals ? 'bound' : 'read';
}

function indexUse(tokens: Tokens, container: GoContainer, open: number): GoUseKind {
  const after = closing(tokens, open) + 1;
  // A slice whose elements are set to nil is a pool: they are taken out and put back.
  if (container.kind === 'slice') {
    return isToken(tokens, after, '=') && isToken(tokens, after + 1, 'nil') ? 'remove' : 'read';
  }
  const assigns = ['=', '+=', '-=', '|=', '++', '--', '&=', '*='].some(text => isToken(tokens, after, text));
  // `m[k], ok = …`
  const listed = isToken(tokens, after, ',') && listIsAssigned(tokens, open, after - 1);
  return assigns || listed ? 'add' : 'read';
}

/** `c.items = …`: an append to itself, a first value, or anything else, which may shrink it. */
function assignment(file: GoFile, container: GoContainer, chain: GoChain | null, at: number): GoUseKind {
  const { tokens } = file;
  const value = at + 2;
  if (container.kind === 'slice' && isToken(tokens, value, 'append') && isToken(tokens, value + 1, '(')) {
    const name = chain === null ? '' : joined(tokens, chain.start, at + 1);
    const first = joined(tokens, value + 2, value + 2 + at + 1 - (chain?.start ?? at));
    const follows = value + 2 + at + 1 - (chain?.start ?? at);
    return first === name && isToken(tokens, follows, ',') ? 'add' : 'replace';
  }
  return isFirstValue(file, chain, at) ? 'init' : 'replace';
}

/** True inside `if x == nil { … }`, `once.Do(func() { … })`, `init`, and on a struct made in the same function. */
function isFirstValue(file: GoFile, chain: GoChain | null, at: number): boolean {
  const { tokens } = file;
  const fn = file.functions.find(({ open, close }) => open < at && at < close);
  if (fn === undefined) return false;
  if (fn.name === 'init' && fn.owner === '') return true;
  if (chain === null) return false;
  const name = joined(tokens, chain.start, chain.end + 1);
  for (let i = at; i > fn.open; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, '{')) {
      const header = joined(tokens, lineStart(tokens, i), i);
      if (
        header.includes(`${name}==nil`) ||
        header.includes(`len(${name})==0`) ||
        /\.Do\(func\(\)$/.test(header)
      )
        return true;
    }
  }
  return chain.names.length > 1 && isMadeHere(tokens, fn.open, chain);
}

/** True for a `c` that the function itself makes before: `c := &T{`, `c = new(T)`, `var c T`. */
function isMadeHere(tokens: Tokens, open: number, { names, start }: GoChain): boolean {
  for (let i = open + 1; i < start; i++) {
    if (!isToken(tokens, i, names[0] ?? '') || isToken(tokens, i - 1, '.')) continue;
    if (isToken(tokens, i - 1, 'var')) return true;
    if (!isToken(tokens, i + 1, ':=') && !isToken(tokens, i + 1, '=')) continue;
    const value = isToken(tokens, i + 2, '&') ? i + 3 : i + 2;
    if (isToken(tokens, value, 'new') || (isWord(tokens, value) && isToken(tokens, value + 1, '{')))
      return true;
  }
  return false;
}

function lineStart(tokens: Tokens, at: number): number {
  let i = at;
  while (i > 0 && tokens.line[i - 1] === tokens.line[at]) i--;
  return i;
}

function startsStatement(tokens: Tokens, i: number): boolean {
  return (
    i === 0 ||
    tokenLine(tokens, i - 1) < tokenLine(tokens, i) ||
    isToken(tokens, i - 1, ';') ||
    isToken(tokens, i - 1, '{') ||
    isToken(tokens, i - 1, ':')
  );
}

/** True for an element of the left side in `a, b = …`. */
function listIsAssigned(tokens: Tokens, start: number, end: number): boolean {
  if (!isToken(tokens, end + 1, ',')) return false;
  const line = tokenLine(tokens, start);
  for (let i = end + 1; i < tokens.count && tokenLine(tokens, i) === line; i++) {
    if (isToken(tokens, i, '=')) return true;
    if (isToken(tokens, i, ':=') || isToken(tokens, i, ')')) return false;
    if ((tokens.partner[i] ?? -1) > i) i = closing(tokens, i);
  }
  return false;
}

function isArgument(tokens: Tokens, start: number, end: number): boolean {
  const opens = isToken(tokens, start - 1, '(') || isToken(tokens, start - 1, ',');
  return opens && (isToken(tokens, end + 1, ')') || isToken(tokens, end + 1, ','));
}

/** `sort.Strings` of the call whose argument starts at `start`. */
function calleeOf(tokens: Tokens, start: number): string {
  for (let i = start - 1; i > 0; i--) {
    const partner = tokens.partner[i] ?? -1;
    if (isToken(tokens, i, '(')) {
      const name = tokenText(tokens, i - 1);
      if (!isWord(tokens, i - 1)) return '';
      return isToken(tokens, i - 2, '.') ? `${tokenText(tokens, i - 3)}.${name}` : name;
    }
    if (partner >= 0 && partner < i) i = partner;
    else if (isToken(tokens, i, '{') || isToken(tokens, i, ';')) return '';
  }
  return '';
}
