import type { DiffInfo } from '../../core/answers/diffInfo.ts';
import type { ViewOptions } from '../../core/answers/looks.ts';
import type { DiffMethod, ParamsOf, ResultOf, View } from '../../core/answers/requests.ts';
import { mostSuspects, sitesBy } from '../../core/answers/sitesBy.ts';
import { flameLayout } from '../../core/flame/flameLayout.ts';
import { flameTree } from '../../core/flame/flameTree.ts';
import type { SavedAnswers } from '../../savedPage.ts';

/** Whoever answers for the files. */
export type Ask = <M extends DiffMethod>(method: M, params: ParamsOf<M>) => Promise<ResultOf<M>>;

/** Boxes whose details are saved; narrower ones have only what is drawn. */
const mostDetails = 400;

/** What a saved page has to know to show a diff in this way. Throws what `ask` throws. */
export async function savedAnswers(ask: Ask, diff: DiffInfo, options: ViewOptions): Promise<SavedAnswers> {
  const view = await ask('view', { options, root: null });
  const table = await ask('table', { options });
  const details: Record<number, SavedAnswers['details'][number]> = {};
  for (const node of widest(view, diff.base === null)) {
    details[node] = await ask('details', { node: { view: view.id, node } });
  }
  const ranked = diff.base === null ? [] : sitesBy;
  const suspects = await Promise.all(
    ranked.map(async by => [by, await ask('suspects', { options, by, limit: mostSuspects })] as const),
  );
  // The page has numbers of this sample type alone, and offers no other.
  const sampleTypes = diff.sampleTypes.filter(({ type }) => type === options.sampleType);
  const own = { ...diff, sampleTypes, defaultSampleType: options.sampleType };
  return { diff: own, view, table, details, suspects: Object.fromEntries(suspects) };
}

/** The nodes with the widest boxes, the root first; those that stand for many have no details. */
function widest({ tree: columns, headline }: View, alone: boolean): readonly number[] {
  const { tree, weight } = flameLayout(
    flameTree(columns, headline.withinNoise),
    alone ? 'current' : 'change',
  );
  const nodes = Array.from(weight.keys()).filter(node => node < tree.count && !tree.elided.has(node));
  nodes.sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0) || one - other);
  return nodes.slice(0, mostDetails);
}
