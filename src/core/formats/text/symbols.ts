import * as l10n from '@vscode/l10n';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { bounds, type Limits, overLimit } from '../limits.ts';
import { wrongKind } from '../otherKinds.ts';
import { checkTextSize } from './textLines.ts';

/** Names of the functions at an address, outermost caller first: all but the first are inlined. */
export type Symbols = ReadonlyMap<bigint, readonly string[]>;

/** A dump that brings its symbols along. */
export interface SymbolisedText {
  readonly symbols: Symbols;
  /** What the dump is called: `heap`, `growth`, `profile`, `contention`. */
  readonly kind: string;
  readonly dump: Uint8Array;
}

const symbolLine = /^0x([0-9a-f]{1,16})\s+(\S.*)$/i;

/** Whether a first line begins what `jeprof --raw`, ClickHouse, Apollo Router and php-memprof write. */
export function isSymbolised(first: string): boolean {
  return first === '--- symbol';
}

/**
 * Reads `--- symbol`, a line for each address, `---`, and `--- heap` or another kind before the dump itself. Throws
 * `ProfileError`: `wrongKind` where the dump is missing, or `overLimit`.
 */
export function readSymbols(bytes: Uint8Array, limits: Limits): SymbolisedText {
  checkTextSize(bytes, limits);
  const symbols = new Map<bigint, readonly string[]>();
  let isOver = false;
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, at);
    const end = newline < 0 ? bytes.length : newline;
    const line = decodeUtf8(bytes, at, end).trim();
    at = end + 1;
    const kind = /^--- (\w+)$/.exec(line)?.[1];
    if (kind !== undefined && kind !== 'symbol') {
      const dump = bytes.subarray(at);
      if (kind === 'profile' || dump.some(byte => byte > 0x20)) return { symbols, kind, dump };
    }
    isOver ||= line === '---';
    const [, digits, names = ''] = isOver ? [] : (symbolLine.exec(line) ?? []);
    if (digits === undefined) continue;
    if (symbols.size >= limits.locations) throw overLimit('locations', limits, 'symbols');
    symbols.set(BigInt(`0x${digits}`), namesOf(names.slice(0, bounds.nameLength)));
  }
  throw wrongKind(
    l10n.t('a list of symbols without the profile (of a local file `jeprof --raw` writes no more)'),
    l10n.t('put the dump behind them: `(jeprof --raw BINARY FILE; cat FILE) > named.heap`'),
  );
}

/** Where a function begins in its binary, as jeprof tells functions of one name apart: it changes with the build. */
const nameStart = /<(?:[0-9a-f]{8}|[0-9a-f]{16})>$/;

/** What stands in place of a name that is not known. */
const isAddress = /^0x[0-9a-f]+$/i;

/** Between the names stands `--`, which is part of one in C++. `inlined by` says that the caller follows. */
function namesOf(text: string): string[] {
  const parts = text
    .split(/(?<!operator)--/)
    .map(part => part.trim().replace(nameStart, ''))
    .filter(part => part !== '' && !isAddress.test(part));
  const names = parts.filter(part => part !== 'inlined by');
  return names.length < parts.length ? names.reverse() : names;
}
