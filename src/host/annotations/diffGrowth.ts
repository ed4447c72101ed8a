import type * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import { isOwn } from '../../core/source/isOwn.ts';
import type { ShownDiff } from '../shownDiffs.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { uriOf } from '../source/sourceUri.ts';
import { size } from './notes.ts';
import type { Measured } from './noteText.ts';

/** Growth in one file of this machine. */
export interface FileGrowth {
  readonly uri: vscode.Uri;
  /** It is the reader's own, not a library's. */
  readonly own: boolean;
  readonly lines: readonly Growth[];
  readonly functions: readonly Growth[];
}

/** Growth of the diff in front, in all files that were found. */
export interface DiffGrowth {
  readonly diff: ShownDiff;
  readonly measured: Measured;
  /** The profile's paths of each file that was found, by URI. */
  readonly paths: ReadonlyMap<string, ReadonlySet<string>>;
  /** By URI. */
  readonly files: ReadonlyMap<string, FileGrowth>;
  /** The largest |delta| of a line. */
  readonly largest: number;
}

/** Files that are looked for; the others have the least change. */
const mostFiles = 500;

/** Asks for a diff's growth, and finds the files it is in. Rejects when the diff is gone. */
export async function loadGrowth(diff: ShownDiff, finder: SourceFinder): Promise<DiffGrowth> {
  const { options } = diff;
  const sources = await diff.request('sources', { options, limit: mostFiles });
  const located = await finder.findAll(sources);
  const found = new Map(
    sources.flatMap(({ file }, i) => {
      const at = located[i];
      return at?.kind === 'found' ? [[file, { uri: uriOf(at.file), own: isOwn(at.file) }] as const] : [];
    }),
  );
  const paths = new Map<string, Set<string>>();
  for (const [path, { uri }] of found) {
    const key = uri.toString();
    paths.set(key, (paths.get(key) ?? new Set()).add(path));
  }
  const growth = await diff.request('growth', {
    options,
    own: [...found].filter(([, { own }]) => own).map(([path]) => path),
    libraries: [...found].filter(([, { own }]) => !own).map(([path]) => path),
  });

  const files = new Map<string, FileGrowth & { readonly lines: Growth[]; readonly functions: Growth[] }>();
  const fileOf = ({ file }: Growth) => {
    const at = found.get(file);
    if (at === undefined) return undefined;
    const key = at.uri.toString();
    const known = files.get(key) ?? { ...at, lines: [], functions: [] };
    files.set(key, known);
    return known;
  };
  for (const each of growth.lines) fileOf(each)?.lines.push(each);
  for (const each of growth.functions) fileOf(each)?.functions.push(each);
  return {
    diff,
    measured: { sampleType: options.sampleType, unit: growth.unit, kind: growth.kind },
    paths,
    files,
    largest: growth.lines.reduce((largest, each) => Math.max(largest, size(each)), 0),
  };
}
