import { goSite } from './goCode.ts';
import { growthAt, isBounded, isExported, isLongLived, isOwnerReset } from './goGrowth.ts';
import type { Rule } from './hint.ts';

/** A struct's map (or sync.Map) that gains keys at the site, and from which its package never takes one. */
export const goMapOnlyFilled: Rule = input => {
  const site = goSite(input.sources, input.site);
  const growth = site === null ? null : growthAt(site);
  if (site === null || growth === null || growth.container.kind === 'slice' || growth.container.owner === '')
    return null;
  const { container, expression, uses, add } = growth;
  const open = uses.some(({ kind }) => kind === 'remove' || kind === 'replace' || kind === 'escape');
  if (open || isBounded(growth) || isExported(site, container)) return null;
  if (!isLongLived(site, container) || isOwnerReset(site, container)) return null;
  const sought =
    container.kind === 'map'
      ? `no \`delete(${expression}, …)\`, no reassignment and no clear of it`
      : `no \`${expression}.Delete\`, no \`LoadAndDelete\` and no \`Clear\``;
  return {
    rule: 'goMapOnlyFilled',
    text: `\`${expression}\` gains keys here; ${sought} was found in package ${site.code.name}.`,
    lines: [{ file: add.file.path, line: add.line }],
  };
};
