import * as l10n from '@vscode/l10n';
import { formatCount, formatDuration } from '../format.ts';
import type { Comparison } from '../pair/comparison.ts';
import type { DifferenceBy } from '../pair/differences.ts';
import type { Relation } from '../pair/relation.ts';
import { indexOfType } from '../pair/sharedTypes.ts';
import type { Profile } from '../profile.ts';
import { scriptNotices } from '../scripts/scriptNotices.ts';
import type { SourceMaps } from '../scripts/sourceMaps.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';

/** Something about the pair that changes how its numbers should be read. */
export interface Notice {
  readonly kind:
    | 'reordered'
    | 'difference'
    | 'maybeDifference'
    | 'differentPrograms'
    | 'differentBinaries'
    | 'restarted'
    | 'differentPeriod'
    | 'differentUnits'
    | 'differentSampleTypes'
    | 'carriesBase'
    | 'negativeValues'
    | 'truncatedStacks'
    | 'cutNames'
    | 'unsymbolized'
    | 'shortRustNames'
    | 'otherScript'
    | 'noSourceMap'
    | 'identical'
    | 'leakedGoroutines';
  /** A sentence. */
  readonly text: string;
  /** What of it a stranger has written, in its order: names of files, sample types and units. */
  readonly names: readonly string[];
}

/** What was found out about a pair elsewhere. */
export interface Circumstances extends Relation, Pick<SourceMaps, 'changed' | 'unreadable'> {
  /** The files were put in the order of their capture times. */
  readonly reordered: boolean;
  /** What the files are called, one or base and current. */
  readonly names: readonly string[];
}

/** What should be known before the numbers are believed, most important first. */
export function noticesOf(comparison: Comparison, found: Circumstances): Notice[] {
  const [first, second] = comparison.profiles;
  if (first === undefined) return [];
  const notices: Notice[] = [];
  const add: Add = (kind, text, names = []) => {
    notices.push({ kind, text, names });
  };
  if (second !== undefined) {
    if (found.reordered) add('reordered', l10n.t`The files were put in the order of their capture times.`);
    pairNotices(comparison, first, second, found, add);
  } else if (comparison.kind === 'labelled') {
    add(
      'carriesBase',
      l10n.t`The file is a diff already: samples labelled pprof::base are shown as the base.`,
    );
  } else if (comparison.kind === 'signed') {
    add(
      'negativeValues',
      l10n.t`The file is a difference already: its base is not known, and what it holds below zero is shown as what the base had more.`,
    );
  }
  if (truncatedSamples(comparison.profiles).some(cut => cut !== undefined)) {
    const text = l10n.t`Stacks were cut at 32 frames when captured (Go before 1.23): those without their start are under “(truncated)”.`;
    add('truncatedStacks', text);
  }
  const cut = comparison.profiles.reduce((sum, { cutNames }) => sum + cutNames, 0);
  if (cut > 0) {
    const text =
      cut === 1
        ? l10n.t`One name was longer than 64 KiB and is cut there.`
        : l10n.t`${formatCount(cut)} names were longer than 64 KiB and are cut there.`;
    add('cutNames', text);
  }
  for (const { kind, text, script } of scriptNotices(found)) add(kind, text, [script]);
  if (comparison.profiles.some(isUnsymbolized)) {
    add('unsymbolized', unsymbolizedText(comparison.profiles));
  }
  if (comparison.profiles.some(hasShortRustNames)) {
    const text = l10n.t(
      'Functions of Rust have no paths in their names, and of several that are called alike the profile may name one file for all: a line may be another file’s. Build with `debug = true` in `[profile.release]` of Cargo.toml.',
    );
    add('shortRustNames', text);
  }
  return notices;
}

type Add = (kind: Notice['kind'], text: string, names?: readonly string[]) => void;

function pairNotices(
  comparison: Comparison,
  base: Profile,
  current: Profile,
  { differences, restarted, identical, differentPrograms, differentBinaries, names: files }: Circumstances,
  add: Add,
): void {
  if (identical) add('identical', l10n.t`Both files hold the same profile.`);
  differenceNotices(comparison, differences, files, add);
  if (differentPrograms) {
    add(
      'differentPrograms',
      l10n.t`The files come from different programs: what they share is not the program’s own code.`,
    );
  } else if (differentBinaries) {
    add(
      'differentBinaries',
      l10n.t`The files come from different builds: functions are matched by name and file.`,
    );
  } else if (restarted) {
    add(
      'restarted',
      l10n.t`The process restarted between the captures: less had been allocated at the later one.`,
    );
  }
  if (base.period !== current.period) {
    add(
      'differentPeriod',
      l10n.t`The files were sampled at different periods: ${base.period} and ${current.period}.`,
    );
  }
  const names = (profile: Profile): string[] => profile.sampleTypes.map(({ type }) => type);
  const shared = (type: string): boolean => indexOfType(comparison.types, type) >= 0;
  const lost = [...new Set([...names(base), ...names(current)])].filter(type => !shared(type));
  if (lost.length > 0)
    add('differentSampleTypes', l10n.t`Only one of the files has ${lost.join(', ')}.`, lost);
  const converted = comparison.types.filter(({ columns }) => columns.some(({ factor }) => factor !== 1));
  for (const { type, unit } of converted)
    add('differentUnits', l10n.t`${type} was converted to ${unit}.`, [type, unit]);
}

/** A full heap less a difference, or the other way round, is nothing that anybody held. */
function differenceNotices(
  comparison: Comparison,
  found: readonly DifferenceBy[],
  files: readonly string[],
  add: Add,
): void {
  if (found.every(by => by === null)) return;
  const named = (i: number): string => files[i] ?? '';
  if (found.every(by => by !== null)) {
    add(
      'difference',
      l10n.t`${named(0)} and ${named(1)} are differences already: what is shown is a difference of them.`,
      files,
    );
    return;
  }
  found.forEach((by, i) => {
    const profile = comparison.profiles[i];
    if (by === null || profile === undefined) return;
    const seconds = formatDuration(Number(profile.durationNanos) / 1e6);
    if (by === 'duration') {
      const text = l10n.t`${named(i)} covers ${seconds}: if it was captured with ?seconds, it holds only what changed meanwhile and cannot be compared with a full heap.`;
      add('maybeDifference', text, [named(i)]);
      return;
    }
    const how = [
      ...(profile.durationNanos > 0n ? [seconds] : []),
      ...(by === 'base'
        ? [l10n.t`samples labelled pprof::base`]
        : by === 'negative'
          ? [l10n.t`negative values`]
          : []),
    ];
    add(
      'difference',
      l10n.t`${named(i)} is itself a difference (${how.join(', ')}): it cannot be compared with a full heap; capture without ?seconds.`,
      [named(i)],
    );
  });
}

/** No location, or hardly any, has a function. */
function isUnsymbolized({ locations, functions }: Profile): boolean {
  const isNamed = (line: number): boolean => {
    const row = locations.lineFunction[line] ?? -1;
    return (functions.name[row] || functions.systemName[row] || 0) !== 0;
  };
  let bare = 0;
  for (let i = 0; i < locations.count; i++) {
    const stop = locations.lineStart[i + 1] ?? 0;
    let line = locations.lineStart[i] ?? 0;
    while (line < stop && !isNamed(line)) line += 1;
    if (line === stop) bare += 1;
  }
  return bare > 0 && bare * 10 >= locations.count * 9;
}

/** What names functions; pprof does not read what jemalloc writes. */
function unsymbolizedText(profiles: readonly Profile[]): string {
  return profiles.some(({ format }) => format === 'jemalloc')
    ? l10n.t(
        'Functions are not named: the file holds addresses only, and pprof reads no dump of jemalloc. Save it for pprof (on the command line `--format pprof`), and name what was saved with `pprof -proto BINARY saved.pb.gz > named.pb.gz` on the machine that has the binary. Names without lines: `(jeprof --raw BINARY FILE; cat FILE) > named.heap`.',
      )
    : l10n.t(
        'Functions are not named: the file holds addresses only. Symbolise it with `pprof -proto BINARY FILE > named.pb.gz` on the machine that has the binary.',
      );
}

/** Fewer functions of Rust say nothing of how they were built. */
const leastOfRust = 20;

/**
 * With `debug = "line-tables-only"` a function is called `new` or `{closure#0}`, whatever it is of; pprof_util (of jemalloc_pprof) keeps
 * one function, with its file, for each name.
 */
function hasShortRustNames({ functions, strings }: Profile): boolean {
  let ofRust = 0;
  let short = 0;
  for (let row = 0; row < functions.count; row++) {
    if (!strings.get(functions.file[row] ?? 0).endsWith('.rs')) continue;
    ofRust += 1;
    if (!/^[^<]*::|^<.*::/s.test(strings.get(functions.name[row] ?? 0))) short += 1;
  }
  return ofRust >= leastOfRust && short * 4 >= ofRust * 3;
}
