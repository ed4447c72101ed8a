import { isToken } from '../code/tokens.ts';
import { type GoSite, goSite } from './goCode.ts';
import { functionOf, growthAt, isBounded, isLongLived } from './goGrowth.ts';
import type { HintLine, Rule } from './hint.ts';

/** Below this retained share something does take keys out again. */
const leastRetained = 0.5;

/**
 * A long-lived map that is emptied by one or two functions which the site does not call, while the profiles
 * show that what is put in stays: the removal is there, but it does not run or does not keep up.
 */
export const goMapEvictedElsewhere: Rule = input => {
  if (input.retained === null || input.retained < leastRetained) return null;
  const site = goSite(input.sources, input.site);
  const growth = site === null ? null : growthAt(site);
  if (site === null || growth === null || growth.container.kind === 'slice') return null;
  const { container, expression, uses, add } = growth;
  const removals = uses.filter(({ kind }) => kind === 'remove');
  if (removals.length === 0 || uses.some(({ kind }) => kind === 'replace' || kind === 'escape')) return null;
  if (isBounded(growth) || !isLongLived(site, container)) return null;
  const evictors = new Map<string, HintLine>();
  for (const removal of removals) {
    const title = functionOf(removal);
    if (title === null || mentions(site, title)) return null;
    evictors.set(title, { file: removal.file.path, line: removal.line });
  }
  if (evictors.size > 2) return null;
  const names = [...evictors.keys()].map(title => `\`${title}\``).join(' and ');
  return {
    rule: 'goMapEvictedElsewhere',
    text: `\`${expression}\` gains keys here and loses them only in ${names}, which \`${site.fn.name}\` does not call. Of what was added between the captures, ${Math.round(Math.min(1, input.retained) * 100)} % is still there: check that the removal runs, and that it keeps up.`,
    lines: [{ file: add.file.path, line: add.line }, ...evictors.values()],
  };
};

/** True when the site's function is the one of that title, or speaks of it. */
function mentions({ file, fn }: GoSite, title: string): boolean {
  const name = title.slice(title.lastIndexOf('.') + 1);
  if (name === fn.name) return true;
  for (let i = fn.open + 1; i < fn.close; i++) if (isToken(file.tokens, i, name)) return true;
  return false;
}
