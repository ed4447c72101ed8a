import { withoutBuildParts } from './buildParts.ts';

/** What the name of a function of Java, Kotlin, Scala or Groovy tells of where it stands. */
export interface JvmName {
  /** `com`, `acme`; none in the default package. */
  readonly packages: readonly string[];
  /** The outermost class, after which its file is called: `Cache` of `Cache$Entry`. */
  readonly topClass: string;
}

const identifier = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
const classStart = /^[\p{Lu}_$]/u;

/**
 * Reads `com/acme/Cache$Entry.put`, `com.acme.Cache.put(int)` or a class alone, `com/acme/Cache`; undefined for what is
 * no such name. A class begins with a capital, a package does not.
 */
export function jvmName(name: string): JvmName | undefined {
  if (name.length > longestName) return undefined;
  const bracket = name.indexOf('(');
  // The numbers of a lambda's class may hold a slash.
  const plain = withoutBuildParts(bracket < 0 ? name : name.slice(0, bracket));
  const slashed = plain.includes('/');
  const parts = plain.split(slashed ? '/' : '.');
  // A method stands behind the class, and may be called `<init>` or whatever Kotlin allows.
  const at = slashed ? parts.length - 1 : parts.findIndex(part => classStart.test(part));
  const className = slashed ? (parts[at] ?? '').split('.', 1)[0] : parts[at];
  const packages = parts.slice(0, Math.max(at, 0));
  if (className === undefined || !classStart.test(className) || !identifier.test(className)) return undefined;
  if (!packages.every(part => identifier.test(part))) return undefined;
  const inner = className.indexOf('$', 1);
  return { packages, topClass: inner < 0 ? className : className.slice(0, inner) };
}

/** No name of a class is longer. */
const longestName = 4096;

/** The class as a path without an extension, which only the source knows: `com/acme/Cache`; `''` where there is none. */
export function jvmClassPath(name: string): string {
  const found = jvmName(name);
  return found === undefined ? '' : [...found.packages, found.topClass].join('/');
}

const arrayOf = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*(?:\[\])+$/u;

/**
 * Whether a frame is no function but the type of what was allocated, which async-profiler puts at a stack's end: `byte[]`,
 * `java.lang.String[]`, `com.acme.Order`. `file` is that of the line table: the class's path where the profile names no files.
 */
export function isJvmType(name: string, file: string): boolean {
  if (file === '') return name.endsWith('[]') && name.length <= longestName && arrayOf.test(name);
  if (/\.\w+$/.test(file)) return false;
  const found = jvmName(name);
  if (found === undefined || [...found.packages, found.topClass].join('/') !== file) return false;
  return name.split(/[./]/).length === found.packages.length + 1;
}

/** Extensions of source that becomes classes, the likeliest first. */
export const jvmExtensions = ['java', 'kt', 'scala', 'groovy'] as const;

/** Whether a file is such source. */
export function isJvmFile(file: string): boolean {
  return /\.(?:java|kts?|scala|groovy)$/.test(file);
}

/** Whether a name is of the library that every such program passes through. */
export function isJvmLibrary(name: string): boolean {
  return /^(?:java|javax|jdk|sun|kotlin|scala|groovy)[/.][a-z]/.test(name);
}
