import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Profile, SampleType } from '../profile.ts';
import { finerUnit, unitRatio } from '../units.ts';

/** A sample type that all profiles have. */
export interface SharedType extends SampleType {
  /** Where each profile keeps it, and what turns its values into `unit` there. */
  readonly columns: readonly { readonly index: number; readonly factor: number }[];
}

/**
 * The sample types that all profiles have, by name, in the order of the last (current) profile and in the finest
 * unit among them. Throws `noCommonSampleType` when there are none.
 */
export function sharedTypes(profiles: readonly Profile[]): readonly SharedType[] {
  const current = profiles.at(-1);
  if (current === undefined) return [];
  const shared: SharedType[] = [];
  for (const { type, unit } of current.sampleTypes) {
    const indices = profiles.map(profile => indexOfType(profile.sampleTypes, type));
    let common: string | undefined = unit;
    profiles.forEach((profile, i) => {
      const own = profile.sampleTypes[indices[i] ?? -1];
      common = common === undefined || own === undefined ? undefined : finerUnit(common, own.unit);
    });
    const named = common;
    if (named === undefined || shared.some(other => other.type === type)) continue;
    const columns = indices.map((index, i) => ({
      index,
      factor: unitRatio(profiles[i]?.sampleTypes[index]?.unit ?? '', named) ?? 1,
    }));
    shared.push({ type, unit: named, columns });
  }
  if (shared.length === 0) throw new ProfileError('noCommonSampleType', together(profiles.map(description)));
  return shared;
}

/** Column of a sample type by one of its spellings: what is in use has had many. −1: none. */
export function indexOfType(types: readonly SampleType[], type: string): number {
  const exact = types.findIndex(other => other.type === type);
  return exact >= 0 ? exact : types.findIndex(other => modernType(other.type) === modernType(type));
}

/** Go's name for what older formats, libdatadog and the tracers of Ruby and Python call otherwise. */
export function modernType(type: string): string {
  switch (type) {
    case 'space':
    case 'inuse-space':
    case 'heap-space':
    case 'heap-live-size':
      return 'inuse_space';
    case 'objects':
    case 'inuse-objects':
    case 'heap-live-samples':
      return 'inuse_objects';
    default:
      return type;
  }
}

/** Whether a sample type counts what was allocated, still there or not: since the start, or, of Datadog's `alloc-space`, in an interval. */
export function isAllocated(type: string): boolean {
  return /^alloc[-_]/.test(type);
}

/** The sample type that counts the objects whose sizes another adds up. */
export function objectsType(type: string): string {
  if (!isAllocated(type)) return 'inuse_objects';
  return type.startsWith('alloc-') ? 'alloc-samples' : 'alloc_objects';
}

function together([first = '', second]: readonly string[]): string {
  return second === undefined ? first : l10n.t`${first} and ${second}`;
}

/** What a profile is, for people: "a CPU profile (samples, cpu)". */
export function description(profile: Profile): string {
  const types = profile.sampleTypes.map(({ type }) => type);
  const has = (...some: string[]): boolean => types.some(type => some.includes(type));
  const names = types.join(', ');
  if (has('cpu')) return l10n.t`a CPU profile (${names})`;
  if (has('inuse_space', 'alloc_space', 'space', 'inuse_objects', 'alloc_objects', 'objects'))
    return l10n.t`a heap profile (${names})`;
  if (has('contentions', 'delay')) return l10n.t`a contention profile (${names})`;
  if (has('goroutineleak')) return l10n.t`a profile of leaked goroutines (${names})`;
  return has('goroutine') ? l10n.t`a goroutine profile (${names})` : l10n.t`a profile (${names})`;
}
