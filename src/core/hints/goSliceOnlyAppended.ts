import { goSite } from './goCode.ts';
import { growthAt, isBounded, isExported, isLongLived, isOwnerReset } from './goGrowth.ts';
import type { Rule } from './hint.ts';

/** A struct's slice that is appended to at the site, and that its package never shortens or replaces. */
export const goSliceOnlyAppended: Rule = input => {
  const site = goSite(input.sources, input.site);
  const growth = site === null ? null : growthAt(site);
  if (site === null || growth === null || growth.container.kind !== 'slice' || growth.container.owner === '')
    return null;
  const { container, expression, uses, add } = growth;
  const open = uses.some(({ kind }) => kind === 'remove' || kind === 'replace' || kind === 'escape');
  if (open || isBounded(growth) || isExported(site, container)) return null;
  if (!isLongLived(site, container) || isOwnerReset(site, container)) return null;
  return {
    rule: 'goSliceOnlyAppended',
    text: `\`${expression}\` is appended to here; no other assignment to it, so nothing that shortens it, was found in package ${site.code.name}.`,
    lines: [{ file: add.file.path, line: add.line }],
  };
};
