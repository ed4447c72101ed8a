import { type GoSite, goSite } from '../../../src/core/hints/goCode.ts';

/** The site at the line that `mark` stands on, in a package of one file. */
export function siteAt(text: string, mark: string): GoSite {
  const line = text.split('\n').findIndex(each => each.includes(mark)) + 1;
  const site = goSite(new Map([['a.go', text]]), { file: 'a.go', line });
  if (line === 0 || site === null) throw new Error(`no function has a line with ${mark}`);
  return site;
}
