import { functionsOf, type LineTable } from '../names/lineTable.ts';
import { ownCode } from '../names/ownCode.ts';
import type { Profile } from '../profile.ts';
import { differentBinaries } from './sameProcess.ts';

/**
 * True when two profiles are of different programs, not only of different builds of one: their binaries are not called
 * alike, and they have no function in common or, where libraries are all they share, none of their own.
 */
export function differentPrograms(profiles: readonly Profile[], lines: LineTable): boolean {
  const [base, current] = profiles;
  if (base === undefined || current === undefined) return false;
  const binaries = [base, current].map(({ mappings }) => baseName(mappings[0]?.file ?? ''));
  const [one = '', other = ''] = binaries;
  const areNamed = one !== '' && other !== '';
  if ((areNamed && one === other) || (base.mappings[0]?.buildId && !differentBinaries(base, current)))
    return false;
  const [ones, others] = [0, 1].map(profile => functionsOf(lines, profile).filter(isNamed));
  if (ones === undefined || others === undefined) return false;
  // Addresses are all that they have: modules tell.
  if (ones.length === 0 || others.length === 0) return areNamed && !shareModule(base, current);
  if (disjoint(ones.map(nameOf), others.map(nameOf))) return true;
  if (!areNamed) return false;
  const [own, theirs] = [ones, others].map(functions => {
    const isOwn = ownCode(functions);
    return functions.filter(({ name, file }) => isOwn(name, file) && !everywhere.test(name)).map(nameOf);
  });
  return (
    own !== undefined && theirs !== undefined && own.length > 0 && theirs.length > 0 && disjoint(own, theirs)
  );
}

/** What every program has. */
const everywhere = /^main(?:\.(?:main|init)\b.*)?$/;

interface Named {
  readonly name: string;
}

function isNamed({ name }: Named): boolean {
  return name !== '' && !name.startsWith('[');
}

function nameOf({ name }: Named): string {
  return name;
}

function disjoint(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return !others.some(name => known.has(name));
}

function shareModule(base: Profile, current: Profile): boolean {
  const names = (profile: Profile): string[] =>
    profile.mappings.map(({ file }) => baseName(file)).filter(name => name !== '');
  return !disjoint(names(base), names(current));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
