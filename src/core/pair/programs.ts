import { baseName } from '../displayName.ts';
import { functionsOf, type LineTable } from '../names/lineTable.ts';
import { type FunctionText, ownCode } from '../names/ownCode.ts';
import type { Profile } from '../profile.ts';

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
  const [build, otherBuild] = [base, current].map(({ mappings }) => mappings[0]?.buildId ?? '');
  if ((areNamed && one === other) || (build !== '' && build === otherBuild)) return false;
  const [ones, others] = [0, 1].map(profile => functionsOf(lines, profile).filter(isNamed));
  if (ones === undefined || others === undefined) return false;
  // Addresses are all that they have: modules tell.
  if (ones.length === 0 || others.length === 0) return areNamed && !shareModule(base, current);
  if (disjoint(ones.map(nameOf), others.map(nameOf))) return true;
  const [own, theirs] = [ones, others].map(functions => {
    const isOwn = ownCode(functions);
    return functions.filter(({ name, file }) => isOwn(name, file) && !everywhere.test(name));
  });
  if (own === undefined || theirs === undefined || own.length === 0 || theirs.length === 0) return false;
  // Without names of binaries it takes more: none of their files in common.
  const inFiles = areNamed || disjoint(own.map(fileOf), theirs.map(fileOf));
  return inFiles && disjoint(own.map(nameOf), theirs.map(nameOf));
}

/** What every program has. */
const everywhere = /^main(?:\.(?:main|init)\b.*)?$/;

function isNamed({ name }: FunctionText): boolean {
  return name !== '' && !name.startsWith('[');
}

function nameOf({ name }: FunctionText): string {
  return name;
}

function fileOf({ file }: FunctionText): string {
  return file;
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
