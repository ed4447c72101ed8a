import type { Comparison } from '../pair/comparison.ts';
import { differentBinaries } from '../pair/sameProcess.ts';
import { indexOfType } from '../pair/sharedTypes.ts';
import type { Profile } from '../profile.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';

/** Something about the pair that changes how its numbers should be read. `text` is a sentence. */
export interface Notice {
  readonly kind:
    | 'reordered'
    | 'differentBinaries'
    | 'restarted'
    | 'differentPeriod'
    | 'differentUnits'
    | 'differentSampleTypes'
    | 'carriesBase'
    | 'negativeValues'
    | 'truncatedStacks'
    | 'unsymbolized'
    | 'identical';
  readonly text: string;
}

/** What was found out about a pair elsewhere. */
export interface Circumstances {
  /** The files were put in the order of their capture times. */
  readonly reordered: boolean;
  /** The process was started anew between the captures. */
  readonly restarted: boolean;
}

/** What should be known before the numbers are believed, most important first. */
export function noticesOf(comparison: Comparison, found: Circumstances): Notice[] {
  const [first, second] = comparison.profiles;
  if (first === undefined) return [];
  const notices: Notice[] = [];
  const add = (kind: Notice['kind'], text: string): void => {
    notices.push({ kind, text });
  };
  if (second !== undefined) {
    if (found.reordered) add('reordered', 'The files were put in the order of their capture times.');
    pairNotices(comparison, first, second, found.restarted, add);
  } else if (comparison.kind === 'labelled') {
    add('carriesBase', 'The file is a diff already: samples labelled pprof::base are shown as the base.');
  } else if (comparison.kind === 'signed') {
    add('negativeValues', 'The file holds negative values, as a diff does: they are shown as the base.');
  }
  if (truncatedSamples(comparison.profiles).some(cut => cut !== undefined)) {
    const text =
      'Stacks were cut at 32 frames when captured (Go before 1.23): those without their start are under “(truncated)”.';
    add('truncatedStacks', text);
  }
  if (comparison.profiles.some(isUnsymbolized)) {
    const text =
      'Functions are not named: the file holds addresses only. Symbolise it with `pprof -proto BINARY FILE > named.pb.gz` on the machine that has the binary.';
    add('unsymbolized', text);
  }
  return notices;
}

function pairNotices(
  comparison: Comparison,
  base: Profile,
  current: Profile,
  restarted: boolean,
  add: (kind: Notice['kind'], text: string) => void,
): void {
  if (isIdentical(comparison, base, current)) add('identical', 'Both files hold the same profile.');
  if (differentBinaries(base, current)) {
    add('differentBinaries', 'The files come from different builds: functions are matched by name and file.');
  } else if (restarted) {
    add('restarted', 'The process restarted between the captures: less had been allocated at the later one.');
  }
  if (base.period !== current.period) {
    add(
      'differentPeriod',
      `The files were sampled at different periods: ${base.period} and ${current.period}.`,
    );
  }
  const names = (profile: Profile): string[] => profile.sampleTypes.map(({ type }) => type);
  const shared = (type: string): boolean => indexOfType(comparison.types, type) >= 0;
  const lost = [...new Set([...names(base), ...names(current)])].filter(type => !shared(type));
  if (lost.length > 0) add('differentSampleTypes', `Only one of the files has ${lost.join(', ')}.`);
  const converted = comparison.types.filter(({ columns }) => columns.some(({ factor }) => factor !== 1));
  for (const { type, unit } of converted) add('differentUnits', `${type} was converted to ${unit}.`);
}

function isIdentical({ types }: Comparison, base: Profile, current: Profile): boolean {
  if (base.timeNanos !== current.timeNanos || base.samples.count !== current.samples.count) return false;
  return types.every(({ columns: [one, other] }) => {
    const a = base.samples.values[one?.index ?? -1]?.value;
    const b = current.samples.values[other?.index ?? -1]?.value;
    return a !== undefined && b !== undefined && a.every((value, i) => value === b[i]);
  });
}

/** No location, or hardly any, has a function. */
function isUnsymbolized({ locations }: Profile): boolean {
  let bare = 0;
  for (let i = 0; i < locations.count; i++) {
    if (locations.lineStart[i] === locations.lineStart[i + 1]) bare += 1;
  }
  return bare > 0 && bare * 10 >= locations.count * 9;
}
