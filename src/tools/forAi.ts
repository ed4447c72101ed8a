import type { View } from '../core/answers/requests.ts';
import type { Excerpt } from '../core/tell/excerpt.ts';
import { tellForAi } from '../core/tell/tellForAi.ts';
import { excerptOf, growthIn, sourcesIn } from './excerpts.ts';
import type { OpenedPair } from './openedPair.ts';
import { comparisonFacts } from './pairTools.ts';
import type { SourceAround } from './surroundings.ts';

/** What a panel shows of a pair. */
export interface ShownPair extends OpenedPair {
  readonly view: Pick<View, 'total' | 'evidence' | 'unit'>;
}

/** A pair as it is looked at, with source, author and hint of its sites, in at most 5 kB of Markdown. */
export async function forAi(pair: ShownPair, around: SourceAround): Promise<string> {
  const facts = await comparisonFacts(pair, pair.view, around);
  const growth = await growthIn(pair, await sourcesIn(pair), facts.sites);
  const excerpts: Excerpt[] = [];
  // One after the other: several sites are often in one file, which is read and asked about once.
  for (const each of facts.sites) excerpts.push(await excerptOf(each, growth, around));
  return tellForAi({ ...facts, excerpts });
}
