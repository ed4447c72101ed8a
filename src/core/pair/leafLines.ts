import type { IdColumn, Line, Location } from '../ids.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Comparison } from './comparison.ts';

/** For each profile, the line (of the line table) in which each sample's stack ends; `truncatedLine` for an empty one. */
export function leafLines({ profiles }: Comparison, lines: LineTable): readonly IdColumn<Line>[] {
  return profiles.map(({ samples: { stack, stackStart, count } }, i) => {
    const ends = new Uint32Array(count) as IdColumn<Line>;
    const { start, line } = lines.locations[i] ?? { start: [], line: [] };
    for (let sample = 0; sample < count; sample++) {
      const leaf = stackStart[sample] as number;
      if (leaf === stackStart[sample + 1]) continue;
      ends[sample] = line[(start[(stack[leaf] as Location) + 1] as number) - 1] as Line;
    }
    return ends;
  });
}
