import type { Place } from '../../src/core/names/place.ts';
import { goPath, literally } from './filterPresets.ts';

/** Longer names are no names of a language with packages. */
const longestPackage = 1000;

/**
 * An expression for the functions of a package, as filters are asked: of a function's name and of its file, as the profiles spell
 * them. `frame` is one of the package, `spelt` its names and files there; null where only the package is known. Null where no
 * expression tells the package from others.
 */
export async function packageFrames(
  name: string,
  frame: Pick<Place, 'name' | 'file'> | null,
  spelt: readonly string[] = [],
): Promise<string | null> {
  if (name === '' || name.length > longestPackage) return null;
  const expression = frame === null ? `^${goPath(name)}(?:\\.|::)` : expressionFor(name, frame.file);
  if (frame === null) return /^\[|^[/.]|^\(/.test(name) ? null : expression;
  const { RE2JS } = await import('re2js');
  const compiled = RE2JS.compile(expression);
  return spelt.some(text => compiled.test(text)) ? expression : null;
}

/** What Bazel, and a compiler that was given a relative path, put before a file's path, which is not shown. */
const sandbox = '(?:/proc/self/cwd/)?(?:\\./)?';

/** By what a package is of each language, as `core/names/packages` tells it. */
function expressionFor(name: string, file: string): string {
  if (file.startsWith('node:')) return '^node:';
  if (file.includes(`node_modules/${name}/`)) return `(?:^|/)node_modules/${literally(name)}/`;
  if (file.startsWith(`${name}/`)) return `^${sandbox}${literally(name)}/[^/]*$`;
  if (/\.(?:java|kts?|scala|groovy)$/.test(file)) {
    return `^${literally(name).replaceAll('\\.', '[./]')}[./][\\p{Lu}_$]`;
  }
  if (/^\w+$/.test(name) && !/\.(?:go|s)$/.test(file)) {
    return `^[<&*(]*(?:const |unsigned |void |dyn )*${name}(?:<[^:]*>)?(?:::|\\.)`;
  }
  return `^${goPath(name)}\\.`;
}
