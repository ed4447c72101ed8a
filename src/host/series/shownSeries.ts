import { captureTime } from '../../core/pair/captureTime.ts';
import type { SeriesAnswer } from '../../core/series/series.ts';
import type { ShownSeries } from '../../seriesProtocol.ts';
import type { FolderNote } from '../files/folderNotes.ts';

/** A series as its page is told of it; `notes` are what folders say of captures, by their addresses. */
export function shownSeries(
  { captures, ...answer }: SeriesAnswer,
  notes: ReadonlyMap<string, Pick<FolderNote, 'leaks'>>,
): ShownSeries {
  return {
    ...answer,
    captures: captures.map(({ timeNanos, ...capture }) => ({
      ...capture,
      timeMs: captureTime(timeNanos),
      leaks: typeof notes.get(capture.file)?.leaks === 'string',
    })),
  };
}
