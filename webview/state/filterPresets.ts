/** Frames of Go's runtime: rarely what one looks for, always in the way. */
export const runtimeFrames = '^runtime\\.|^runtime/|^internal/runtime/';

/**
 * Frames of these Go modules, by function name: the package `main`, which is named so whatever its module, and every
 * package at or below a module's path.
 */
export function moduleFrames(modules: readonly string[]): string {
  const paths = modules.map(path => `${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[./]`);
  return `^(?:${['main\\.', ...paths].join('|')})`;
}
