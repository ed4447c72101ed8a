/** Frames of Go's runtime: rarely what one looks for, always in the way. */
export const runtimeFrames = '^runtime\\.|^runtime/|^internal/runtime/';

/**
 * Frames of these Go modules, by function name: the package `main`, which is named so whatever its module, and every
 * package at or below a module's path.
 */
export function moduleFrames(modules: readonly string[]): string {
  const paths = modules.map(path => {
    const last = path.lastIndexOf('/') + 1;
    // The linker writes the dots of a package's last segment, which may be the module's, as %2e.
    return `${literally(path.slice(0, last))}${literally(path.slice(last)).replaceAll('\\.', '(?:\\.|%2e)')}[./]`;
  });
  return `^(?:${['main\\.', ...paths].join('|')})`;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
