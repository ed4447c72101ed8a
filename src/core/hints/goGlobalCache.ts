import { goSite } from './goCode.ts';
import { growthAt, isBounded, isExported } from './goGrowth.ts';
import type { Rule } from './hint.ts';

/** A package-level map, sync.Map or slice that gains at the site, without a bound and without removal. */
export const goGlobalCache: Rule = input => {
  const site = goSite(input.sources, input.site);
  const growth = site === null ? null : growthAt(site);
  if (site === null || growth === null || growth.container.owner !== '') return null;
  const { container, expression, uses, add } = growth;
  const open = uses.some(({ kind }) => kind === 'remove' || kind === 'replace' || kind === 'escape');
  if (open || isBounded(growth) || isExported(site, container)) return null;
  const gains = container.kind === 'slice' ? 'elements' : 'keys';
  return {
    rule: 'goGlobalCache',
    text: `\`${expression}\` is a package-level variable and lives as long as the process. It gains ${gains} here; nothing in package ${site.code.name} removes any, resets it or limits its size.`,
    lines: [
      { file: add.file.path, line: add.line },
      { file: container.variable.file.path, line: container.variable.line },
    ],
  };
};
