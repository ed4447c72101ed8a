import { baseName } from '../displayName.ts';
import { functionsOf, type LineTable } from '../names/lineTable.ts';
import { type FunctionText, ownCode } from '../names/ownCode.ts';
import type { Profile } from '../profile.ts';

/** What tells a program, and a build of it, from another. */
export interface Program {
  /** The main binary's path and build id, `''` where nothing says. */
  readonly binary: string;
  readonly buildId: string;
  /** Last segments of the paths of all its binaries. */
  readonly modules: readonly string[];
  readonly functions: readonly FunctionText[];
}

/** The path of the main binary, `''` where nothing says. */
export function binaryOf({ mappings }: Pick<Profile, 'mappings'>): string {
  return mappings[0]?.file ?? '';
}

/** `functions`: each that the profile mentions. */
export function programOf(profile: Profile, functions: readonly FunctionText[]): Program {
  const { mappings } = profile;
  return {
    binary: binaryOf(profile),
    buildId: mappings[0]?.buildId ?? '',
    modules: mappings.map(({ file }) => baseName(file)).filter(name => name !== ''),
    functions,
  };
}

/** True when the profiles are of different programs. */
export function differentPrograms(profiles: readonly Profile[], lines: LineTable): boolean {
  const [base, current] = profiles;
  // Mostly the binaries tell, and functions need not be collected.
  if (
    base === undefined ||
    current === undefined ||
    areOfOneBinary(programOf(base, []), programOf(current, []))
  )
    return false;
  return areDifferentPrograms(
    programOf(base, functionsOf(lines, 0)),
    programOf(current, functionsOf(lines, 1)),
  );
}

/**
 * True for different programs, not only different builds of one: their binaries are not called alike, and they have no
 * function in common or, where libraries are all they share, none of their own.
 */
export function areDifferentPrograms(base: Program, current: Program): boolean {
  if (areOfOneBinary(base, current)) return false;
  const areNamed = areBothNamed(base, current);
  const [ones, others] = [base.functions.filter(isNamed), current.functions.filter(isNamed)];
  // Addresses are all that they have: modules tell.
  if (ones.length === 0 || others.length === 0) return areNamed && disjoint(base.modules, current.modules);
  if (disjoint(ones.map(nameOf), others.map(nameOf))) return true;
  const [own, theirs] = [
    { functions: ones, binary: base.binary },
    { functions: others, binary: current.binary },
  ].map(({ functions, binary }) => {
    const isOwn = ownCode(functions, binary);
    return functions.filter(({ name, file }) => isOwn(name, file) && !everywhere.test(name));
  });
  if (own === undefined || theirs === undefined || own.length === 0 || theirs.length === 0) return false;
  // Without names of binaries it takes more: none of their files in common.
  const inFiles = areNamed || disjoint(own.map(fileOf), theirs.map(fileOf));
  return inFiles && disjoint(own.map(nameOf), theirs.map(nameOf));
}

type Binary = Pick<Program, 'binary' | 'buildId'>;

function areBothNamed(one: Binary, other: Binary): boolean {
  return baseName(one.binary) !== '' && baseName(other.binary) !== '';
}

/** True when both say what binary or build they are of, and it is one. */
function areOfOneBinary(one: Binary, other: Binary): boolean {
  if (one.buildId !== '' && one.buildId === other.buildId) return true;
  return areBothNamed(one, other) && baseName(one.binary) === baseName(other.binary);
}

/** True when both say what build they are of, and it is not one. */
export function areDifferentBuilds(one: Binary, other: Binary): boolean {
  if (one.buildId !== '' && other.buildId !== '') return one.buildId !== other.buildId;
  return one.binary !== '' && other.binary !== '' && one.binary !== other.binary;
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
