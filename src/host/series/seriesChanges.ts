import { assertNever } from '../../core/assertNever.ts';
import type { SeriesState, SeriesToHost } from '../../seriesProtocol.ts';
import { chooseLimit, chooseMetrics } from './chooseSeries.ts';

/** What a page says that changes how its series is looked at. */
export type SeriesChange = Extract<SeriesToHost, { readonly type: 'settle' | 'fix' | 'metrics' | 'limit' }>;

/**
 * What is to change in the state, which may ask for files or a number; null for nothing. `now` is the state as it is when
 * that is answered. `has` tells whether a capture is of the series: a page is not trusted with addresses of others.
 */
export async function changesOf(
  message: SeriesChange,
  now: () => SeriesState,
  has: (file: string) => boolean,
): Promise<Partial<SeriesState> | null> {
  switch (message.type) {
    case 'settle': {
      const { file, settled } = message;
      if (!has(file)) return null;
      const without = (files: readonly string[]): readonly string[] => files.filter(each => each !== file);
      const others = { settled: without(now().settled), unsettled: without(now().unsettled) };
      return settled
        ? { ...others, settled: [...others.settled, file] }
        : { ...others, unsettled: [...others.unsettled, file] };
    }
    case 'fix':
      return message.from === null || has(message.from) ? { fixedFrom: message.from } : null;
    case 'metrics': {
      if (message.how === 'remove') return { metrics: [] };
      const added = await chooseMetrics();
      return added.length === 0 ? null : { metrics: [...new Set([...now().metrics, ...added])] };
    }
    case 'limit': {
      const limit = await chooseLimit(now().limit);
      return limit === undefined ? null : { limit };
    }
    default:
      return assertNever(message);
  }
}
