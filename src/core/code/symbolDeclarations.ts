import type { Declaration } from './declaration.ts';
import type { Language } from './language.ts';

/** What a language server tells of one symbol, with its lines 1-based. */
export interface SourceSymbol {
  readonly name: string;
  /** A function, method or constructor; false for classes, namespaces and all else. */
  readonly isFunction: boolean;
  /** Of its whole range, which may begin with a comment or decorator. */
  readonly startLine: number;
  readonly endLine: number;
  /** Of its name. */
  readonly nameLine: number;
  readonly children: readonly SourceSymbol[];
}

/** The functions among a language server's symbols, in the form of those found by reading the text. */
export function symbolDeclarations(
  symbols: readonly SourceSymbol[],
  language: Language,
): readonly Declaration[] {
  const found: Declaration[] = [];
  const visit = (symbol: SourceSymbol, container: string) => {
    const { name, owner } = split(symbol.name, language);
    if (symbol.isFunction) {
      // CPython counts a function from its first decorator.
      const line = language === 'python' ? symbol.startLine : symbol.nameLine;
      found.push({ name, owner: owner || container, line, endLine: symbol.endLine, literals: [] });
    }
    for (const child of symbol.children) visit(child, symbol.isFunction ? '' : name);
  };
  for (const symbol of symbols) visit(symbol, '');
  return found.sort((a, b) => a.line - b.line);
}

/** gopls says `(*cache).seen`, rust-analyzer `impl<K> Insert<K> for Cache<K>`, clangd `Cart::add`. */
function split(text: string, language: Language): { readonly name: string; readonly owner: string } {
  const receiver = /^\(\*?(\w+)(?:\[.*\])?\)\.(\w+)$/.exec(text);
  if (language === 'go' && receiver?.[1] !== undefined && receiver[2] !== undefined) {
    return { name: receiver[2], owner: receiver[1] };
  }
  const type = /^impl\b.*?([\w:]+)(?:<[^<>]*>)?$/.exec(text);
  const plain = type?.[1] ?? text.replace(/\(.*$/s, '').trim();
  const scopes = plain.split('::');
  const name = scopes.pop() ?? '';
  return { name: name.replace('#', ''), owner: scopes.at(-1) ?? '' };
}
