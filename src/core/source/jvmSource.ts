import { isJvmFile, jvmClassPath, jvmExtensions, jvmName } from '../names/jvmName.ts';
import type { ProfilePath } from './profilePath.ts';

/** Where the source of a class may stand. */
export interface JvmSource {
  /** What its file may be called, the likeliest first. */
  readonly fileNames: readonly string[];
  /** The package's folders, in which it has to stand. */
  readonly packages: readonly string[];
}

/**
 * The source of a frame whose file is a class alone (`com/acme/Cache`), or a bare name (`Cache.java`) where the
 * function tells the package; null for any other.
 */
export function jvmSource({ root, segments }: ProfilePath, functionName: string): JvmSource | null {
  const name = jvmName(functionName);
  if (name === undefined || root !== '') return null;
  const { packages, topClass } = name;
  const [file = ''] = segments;
  if (segments.join('/') === jvmClassPath(functionName)) {
    const named = jvmExtensions.map(extension => `${topClass}.${extension}`);
    // Kotlin puts what stands outside of any class of Cache.kt into a class CacheKt.
    const fileOfTopLevel = /^(.+)Kt$/.exec(topClass)?.[1];
    return { packages, fileNames: fileOfTopLevel === undefined ? named : [`${fileOfTopLevel}.kt`, ...named] };
  }
  const isBare = segments.length === 1 && isJvmFile(file) && packages.length > 0;
  return isBare ? { packages, fileNames: [file] } : null;
}

/** Which of these absolute paths stand in the package's folders, by index. */
export function inPackage(packages: readonly string[], paths: readonly string[]): readonly number[] {
  const folder = ['', ...packages, ''].join('/');
  return paths.flatMap((path, i) => (path.slice(0, path.lastIndexOf('/') + 1).endsWith(folder) ? [i] : []));
}
