import * as l10n from '@vscode/l10n';
import type { Growth } from '../../core/answers/growth.ts';
import { shortName } from '../../core/displayName.ts';
import { formatDelta, formatObjects, formatPercent } from '../../core/format.ts';
import type { ValueKind } from '../../core/pair/valueKind.ts';
import type { Shown } from '../../core/shown.ts';
import { say, sayBeside } from '../say/say.ts';
import type { LineNote } from './notes.ts';
import { calledText, calledTextOfSeveral } from './valueTexts.ts';

/** What growth is measured in: the sample type that is looked at, its unit, and what its values are of. */
export interface Measured {
  readonly kind: ValueKind;
  readonly sampleType: string;
  readonly unit: string;
}

/** `▲ +349.5 MiB · 95 % of growth`; null when none of it is the line's own. */
export function flatNote(growth: readonly Growth[], measured: Measured): Shown | null {
  const flat = growth.filter(({ kind }) => kind === 'flat');
  if (flat.length === 0) return null;
  return sayBeside([changeText(flat, measured), ...shareText(flat, measured)], ' · ');
}

/** `▲ +15.0 MiB allocated in json.(*decodeState).literalStore, called here`; null when nothing is. */
export function calledNote(growth: readonly Growth[], measured: Measured): Shown | null {
  const called = growth.filter(({ kind }) => kind === 'called');
  if (called.length === 0) return null;
  return calledOf(called, measured);
}

/** What is said at a line: of its own growth and of its calls'; what has become of the line stands with the first. */
export function lineTexts(
  note: LineNote,
  measured: Measured,
): { readonly flat: Shown | null; readonly called: Shown | null; readonly all: readonly Shown[] } {
  const ownNote = flatNote(note.growth, measured);
  const callNote = calledNote(note.growth, measured);
  const moved = movedNote(note);
  const flat = ownNote === null ? null : sayBeside([ownNote, ...moved], ' · ');
  const called = callNote === null ? null : sayBeside([callNote, ...(ownNote === null ? moved : [])], ' · ');
  return { flat, called, all: [flat, called].filter(text => text !== null) };
}

/** What the end of a note says of its line; nothing when it is where it was. */
function movedNote({ isUnread, movedFrom }: LineNote): readonly Shown[] {
  if (isUnread) return [say(l10n.t('the line is the profile’s (it could not be followed)'))];
  return movedFrom === null ? [] : [say(l10n.t('source has changed (line {0} then)'), movedFrom)];
}

/** What stands over a function: `▲ +349.5 MiB in itself · 95 % of growth`, or what its calls allocate. */
export function lensText(growth: readonly Growth[], measured: Measured): Shown {
  const change = changeText(growth, measured);
  const isCalled = growth[0]?.kind === 'called';
  const text = isCalled ? say(l10n.t('{0} in what it calls'), change) : say(l10n.t('{0} in itself'), change);
  return sayBeside([text, ...shareText(growth, measured)], ' · ');
}

/** `▲ +15.0 MiB allocated in bytes.growSlice, called here`, `… in bytes.growSlice and others, called here`. */
export function calledOf(called: readonly Growth[], measured: Measured): Shown {
  const names = called.flatMap(({ allocators }) => allocators.map(({ name }) => name));
  const [first = ''] = names;
  const texts = names.length > 1 ? calledTextOfSeveral : calledText;
  return say(texts[measured.kind](), changeText(called, measured), shortName(first));
}

/** `▲ +349.5 MiB`, `▼ −12.0 MiB`, `▲ +873,534 objects`. */
export function changeText(growth: readonly Growth[], { sampleType, unit }: Measured): Shown {
  const delta = deltaOf(growth);
  const areObjects = sampleType.endsWith('objects') && unit === 'count';
  return say`${delta < 0 ? '▼' : '▲'} ${areObjects ? formatObjects(delta) : formatDelta(delta, unit)}`;
}

export function deltaOf(growth: readonly Growth[]): number {
  return growth.reduce((sum, { value }) => sum + value.current - value.base, 0);
}

/** Growth of another sample type than live bytes is named, since it may be no leak at all. */
function shareText(growth: readonly Growth[], { sampleType }: Measured): Shown[] {
  const share = growth.reduce((sum, each) => sum + each.share, 0);
  if (deltaOf(growth) <= 0 || share <= 0) return [];
  const percent = formatPercent(Math.min(1, share));
  if (sampleType === 'inuse_space') return [say(l10n.t('{0} of growth'), percent)];
  return [say(l10n.t('{0} of growth in {1}'), percent, sampleType)];
}
