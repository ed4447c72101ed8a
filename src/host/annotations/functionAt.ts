import type { Table } from '../../core/answers/tableColumns.ts';
import type { FrameFollower } from '../../core/code/drift.ts';
import type { Place } from '../../core/names/place.ts';
import { stringAt } from '../../core/stringColumn.ts';

/** Functions of a profile that are in a file, by the Top table at functions and the profile's paths of that file. */
export function functionsIn({ frames }: Table, paths: ReadonlySet<string>): readonly string[] {
  const files = filesOf(frames);
  return [...frames.file].flatMap((file, row) =>
    paths.has(files[file] ?? '') ? [stringAt(frames.name, row)] : [],
  );
}

/**
 * The function of a profile that a line (1-based) of a file lies in, by the Top table at functions and the profile's
 * paths of that file; of several the innermost, then the one that changed most. Null when no function of the profile is
 * there.
 */
export function functionAt(
  { frames, cumBase, cumCurrent }: Table,
  paths: ReadonlySet<string>,
  source: FrameFollower,
  line: number,
): Place | null {
  const files = filesOf(frames);
  let best: { readonly place: Place; readonly begins: number; readonly change: number } | null = null;
  frames.file.forEach((fileIndex, row) => {
    const file = files[fileIndex] ?? '';
    if (!paths.has(file)) return;
    const name = stringAt(frames.name, row);
    const startLine = frames.line[row] ?? 0;
    const found = source.declaration({ name, line, startLine });
    if (found === null || line < found.line || line > found.endLine) return;
    const change = Math.abs((cumCurrent[row] ?? 0) - (cumBase[row] ?? 0));
    const isInner = best === null || found.line > best.begins;
    if (isInner || (found.line === best?.begins && change > best.change)) {
      best = { place: { name, file, line: 0, startLine }, begins: found.line, change };
    }
  });
  return (best as { readonly place: Place } | null)?.place ?? null;
}

function filesOf({ files }: Table['frames']): readonly string[] {
  return Array.from({ length: files.offsets.length - 1 }, (_, i) => stringAt(files, i));
}
