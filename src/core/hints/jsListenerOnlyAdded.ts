import { closing, isToken, type Tokens, tokenLine, tokenText } from '../code/tokens.ts';
import type { Rule } from './hint.ts';
import { type JsSite, jsSite, moduleVariable } from './jsCode.ts';

const globals = new Set(['process', 'window', 'document', 'globalThis', 'self']);

/** A listener that a function adds to something that outlives it, and that nothing in the module removes. */
export const jsListenerOnlyAdded: Rule = input => {
  const site = jsSite(input.sources, input.site);
  if (site === null) return null;
  const { tokens } = site.file;
  for (let at = site.fn.open; at <= site.fn.close; at++) {
    const onLine = tokenLine(tokens, at) === site.line || site.line === site.fn.line;
    if (!onLine || !isToken(tokens, at + 1, '.') || isToken(tokens, at - 1, '.')) continue;
    const method = tokenText(tokens, at + 2);
    if (!['on', 'addListener', 'addEventListener'].includes(method) || !isToken(tokens, at + 3, '('))
      continue;
    const target = tokenText(tokens, at);
    if (!outlives(site, target, at) || hasEnd(tokens, at + 3) || isRemoved(tokens, target)) continue;
    return {
      rule: 'jsListenerOnlyAdded',
      text: `Each call of \`${site.fn.name}\` adds a listener to \`${target}\`, which outlives it; no \`${target}.off\`, \`removeListener\` or \`removeEventListener\` was found in this module.`,
      lines: [{ file: site.file.path, line: tokenLine(tokens, at) }],
    };
  }
  return null;
};

/** True for what the platform owns, and for what the module itself makes once at its top. */
function outlives(site: JsSite, target: string, at: number): boolean {
  const value = moduleVariable(site.file, target, at);
  return globals.has(target) ? value < 0 : value >= 0 && isToken(site.file.tokens, value, 'new');
}

/** `{ once: true }` and `{ signal }` end a listener by themselves. */
function hasEnd(tokens: Tokens, open: number): boolean {
  for (let i = open + 1; i < closing(tokens, open); i++) {
    if (isToken(tokens, i, 'once') || isToken(tokens, i, 'signal')) return true;
  }
  return false;
}

function isRemoved(tokens: Tokens, target: string): boolean {
  const removers = ['off', 'removeListener', 'removeAllListeners', 'removeEventListener'];
  for (let i = 0; i < tokens.count; i++) {
    if (!isToken(tokens, i, target) || isToken(tokens, i - 1, '.')) continue;
    if (isToken(tokens, i + 1, '.') && removers.includes(tokenText(tokens, i + 2))) return true;
  }
  return false;
}
