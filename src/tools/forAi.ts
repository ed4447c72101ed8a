import type { View } from '../core/answers/requests.ts';
import type { FoundSite } from '../core/tell/tellComparison.ts';
import { type Excerpt, tellForAi } from '../core/tell/tellForAi.ts';
import { comparisonFacts, growthIn, isGrowthOf, type OpenedPair } from './pairTools.ts';
import type { SourceAround } from './surroundings.ts';

/** What a panel shows of a pair. */
export interface ShownPair extends OpenedPair {
  readonly view: Pick<View, 'total' | 'evidence' | 'unit'>;
}

/** A pair as it is looked at, with source, author and hint of its sites, in at most 5 kB of Markdown. */
export async function forAi(pair: ShownPair, around: SourceAround): Promise<string> {
  const facts = await comparisonFacts(pair, pair.view, around);
  const { functions, kind } = await growthIn(pair);
  const excerpts: Excerpt[] = [];
  // One after the other: several sites are often in one file, which is read and asked about once.
  for (const each of facts.sites) {
    const at = readersLine(each);
    const growth = functions.find(of => isGrowthOf(of, each.site));
    excerpts.push({
      at,
      source: await around.source(at),
      author: await around.author(at),
      hint:
        growth === undefined
          ? null
          : await around.hint(each.at, { growth, kind }, each.site.retained?.share ?? null),
    });
  }
  return tellForAi({ ...facts, options: pair.options, excerpts });
}

/** The line that its reader can change: in a library it is that which leads there. */
function readersLine({ at, own }: FoundSite): Excerpt['at'] {
  return own?.isFound === true ? own : at;
}
