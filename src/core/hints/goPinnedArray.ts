import { closing, isToken, isWord, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import { type GoSite, goSite, joined } from './goCode.ts';
import { chainBefore, resolveContainer } from './goContainer.ts';
import type { Rule } from './hint.ts';

/** A buffer made at the site, of which a slice is kept in something that outlives the call. */
export const goPinnedArray: Rule = input => {
  const site = goSite(input.sources, input.site);
  const made = site === null ? null : bufferMadeAt(site);
  if (site === null || made === null) return null;
  const { tokens } = site.file;
  if (isDealtOut(site, made.name)) return null;
  for (let i = made.at + 1; i < site.fn.close; i++) {
    if (!isToken(tokens, i, made.name) || isToken(tokens, i - 1, '.') || !isToken(tokens, i + 1, '['))
      continue;
    const close = closing(tokens, i + 1);
    if (!hasColon(tokens, i + 1, close) || isConverted(tokens, i)) continue;
    const keeper = keeperOf(site, i, close);
    if (keeper === null) continue;
    const part = joined(tokens, i, close + 1);
    return {
      rule: 'goPinnedArray',
      text: `\`${part}\` is kept in \`${keeper}\` and keeps the whole array of \`${made.name}\` alive, which is allocated here. A copy (\`bytes.Clone\`, \`append([]byte(nil), ${part}...)\`) would free the rest.`,
      lines: [
        { file: site.file.path, line: site.line },
        { file: site.file.path, line: tokenLine(tokens, i) },
      ],
    };
  }
  return null;
};

/** True for `buf = buf[n:]`: then the whole array is dealt out in pieces, and nothing of it is wasted. */
function isDealtOut({ file: { tokens }, fn }: GoSite, name: string): boolean {
  for (let i = fn.open + 1; i < fn.close; i++) {
    if (isToken(tokens, i, name) && isToken(tokens, i + 1, '=') && isToken(tokens, i + 2, name)) return true;
  }
  return false;
}

/** `buf` in `buf := make([]byte, 1<<20)`, `buf, err := io.ReadAll(r)` on the site's line. */
function bufferMadeAt({
  file: { tokens },
  fn,
  line,
}: GoSite): { readonly name: string; readonly at: number } | null {
  for (let i = fn.open + 1; i < fn.close; i++) {
    if (tokenLine(tokens, i) !== line || !isWord(tokens, i)) continue;
    const define = isToken(tokens, i + 1, ',') ? i + 3 : i + 1;
    if (!isToken(tokens, define, ':=')) continue;
    const value = joined(tokens, define + 1, define + 5);
    const makes = /^make\(\[\]/.test(value) || /^(?:io|ioutil|os)\.(?:ReadAll|ReadFile)\(/.test(value);
    return makes ? { name: tokenText(tokens, i), at: i } : null;
  }
  return null;
}

/**
 * What the slice in rows `at ..= close` is stored in: the left side of `x.f = buf[a:b]` or `m[k] = buf[a:b]`, or
 * of `x.f = append(x.f, buf[a:b])`; with `...` the bytes are copied.
 */
function keeperOf(site: GoSite, at: number, close: number): string | null {
  const { tokens } = site.file;
  const ends = tokenLine(tokens, close + 1) > tokenLine(tokens, close) || isToken(tokens, close + 1, '}');
  if (isToken(tokens, at - 1, '=') && ends) return keeper(site, at - 2);
  if (!isToken(tokens, close + 1, ')')) return null;
  const open = tokens.partner[close + 1] ?? -1;
  return isToken(tokens, open - 1, 'append') && isToken(tokens, open - 2, '=')
    ? keeper(site, open - 3)
    : null;
}

/** The field, map or package-level variable that ends at row `end`, null when it is local. */
function keeper(site: GoSite, end: number): string | null {
  const { tokens } = site.file;
  const indexed = isToken(tokens, end, ']') ? (tokens.partner[end] ?? -1) - 1 : end;
  const chain = chainBefore(tokens, indexed);
  if (chain === null) return null;
  const container = resolveContainer(site, chain);
  return container === null ? null : joined(tokens, chain.start, chain.end + 1);
}

function hasColon(tokens: Tokens, open: number, close: number): boolean {
  for (let i = open + 1; i < close; i++) if (isToken(tokens, i, ':')) return !isToken(tokens, i + 1, '0');
  return false;
}

/** `string(buf[a:b])` copies. */
function isConverted(tokens: Tokens, i: number): boolean {
  return isToken(tokens, i - 1, '(') && isToken(tokens, i - 2, 'string');
}
