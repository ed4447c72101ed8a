import type { Profile } from '../profile.ts';
import { type GeneratedScript, generatedScript, type Position } from './generatedScript.ts';
import type { Script } from './script.ts';
import { functionOf, type OriginalOf } from './withOriginals.ts';

/** Of the functions whose names tell, so many may not be where profiles have them: V8 names some in its own way. */
const mostUnlike = 0.2;

/** Paths of packages, which are nobody's to read. */
export const ofPackage = /(?:^|[/\\])node_modules[/\\]/;

/** Scripts that were read, by the file that profiles name, of several any may be the one; null where the map is none. */
export type ReadScripts = ReadonlyMap<string, readonly (GeneratedScript | null)[]>;

/** What the maps of scripts come to for some profiles. */
export interface SourceMaps {
  /** Scripts that are not those that were profiled, and those whose map cannot be read. */
  readonly changed: readonly string[];
  readonly unreadable: readonly string[];
  readonly originalOf: OriginalOf;
}

/** Whether a file is one that a compiler may have written. */
export function isScript(file: string): boolean {
  return /\.[cm]?js(?:[?#]|$)/.test(file);
}

/** The scripts of V8's profiles that may have been written by a compiler, each once. Those of packages are nobody's to read. */
export function scriptsIn(profiles: readonly Profile[]): readonly string[] {
  const found = new Set<string>();
  for (const profile of profiles) {
    if (profile.format !== 'v8') continue;
    for (const file of profile.functions.file) {
      const name = profile.strings.get(file);
      if (isScript(name) && !name.startsWith('node:') && !ofPackage.test(name)) found.add(name);
    }
  }
  return [...found];
}

/**
 * What the maps say of functions in these files, which somebody can open, and of packages: those are not the reader's own
 * wherever they are, and a bundle has them beside what is.
 */
export function chosenOriginals({ originalOf }: SourceMaps, files: ReadonlySet<string>): OriginalOf {
  return (file, position) => {
    const original = originalOf(file, position);
    return original !== null && (files.has(original.file) || ofPackage.test(original.file)) ? original : null;
  };
}

/** Reads scripts and their maps. */
export function readScripts(scripts: readonly Script[]): ReadScripts {
  const read = new Map<string, (GeneratedScript | null)[]>();
  for (const script of scripts) {
    const candidates = read.get(script.file) ?? [];
    read.set(script.file, candidates);
    // Nothing is said of one that may be another.
    const found = generatedScript(script);
    if (found !== null || script.isCertain) candidates.push(found);
  }
  return read;
}

/** Believes those scripts that have the functions of all profiles where the profiles have them, if it is one. */
export function sourceMaps(profiles: readonly Profile[], scripts: ReadScripts): SourceMaps {
  const named = profiles.map(positionsIn);
  const believed = new Map<string, GeneratedScript>();
  const changed: string[] = [];
  const unreadable: string[] = [];
  for (const [file, candidates] of scripts) {
    const fitting = candidates.filter(
      script => script !== null && named.every(positions => isProfiled(positions.get(file) ?? [], script)),
    );
    const [first = null] = fitting;
    if (first !== null && fitting.length === 1) believed.set(file, first);
    else if (candidates.includes(null)) unreadable.push(file);
    else if (candidates.some(script => script?.isCertain)) changed.push(file);
  }
  return {
    changed,
    unreadable,
    originalOf: (file, position) => believed.get(file)?.originalOf(position) ?? null,
  };
}

/** Whether a script is the one that ran. */
function isProfiled(positions: readonly Position[], { has, isCertain }: GeneratedScript): boolean {
  const answers = positions.map(has).filter(answer => answer !== null);
  const unlike = answers.filter(isThere => !isThere).length;
  return unlike <= mostUnlike * answers.length && (isCertain || answers.length > 0);
}

/** Where the functions of a profile begin, by file. */
function positionsIn(profile: Profile): ReadonlyMap<string, readonly Position[]> {
  const found = new Map<string, Position[]>();
  for (let line = 0; line < profile.locations.lineFunction.length; line++) {
    const begins = functionOf(profile, line);
    if (begins === null) continue;
    const positions = found.get(begins.file) ?? [];
    found.set(begins.file, positions);
    positions.push(begins.position);
  }
  return found;
}
