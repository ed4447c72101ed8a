/** What a file of C or C++ includes from a project: `#include "store/session.h"`. */
const include = /^[ \t]*#[ \t]*include[ \t]*"((?:[\w.+-]+\/)*[\w+-][\w.+-]*)"/gm;

const source = /\.(?:c|cc|cpp|cxx)$/i;

/** Folders above the one of the source that headers may stand below. */
const mostLevels = 5;

/** The headers that are a source's own, as it includes them: those that are called like it, whatever their folder. */
export function ownHeaders(name: string, text: string): readonly string[] {
  const stem = name.replace(source, '');
  if (stem === name) return [];
  const found = Array.from(text.matchAll(include), ([, path = '']) => path);
  return [...new Set(found)].filter(path => stemOf(path) === stem && !path.split('/').includes('..'));
}

/**
 * Where a header may stand, as paths from the source's folder, the likeliest first: there itself, below a folder above it, or below
 * `include` in one.
 */
export function headerPaths(header: string): readonly string[] {
  const above = Array.from({ length: mostLevels }, (_, i) => '../'.repeat(i + 1));
  return [header, ...above.flatMap(way => [`${way}include/${header}`, `${way}${header}`])];
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
