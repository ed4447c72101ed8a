import type { SourceFiles } from './locate.ts';
import { fileKey, type SourceFile } from './sourceRoot.ts';

const end = '.map';

/** Scripts that have their map beside them, as files to find something among; `maps` are these maps. */
export function mappedScripts(maps: readonly SourceFile[]): SourceFiles {
  const keys = new Set<string>();
  const byName = new Map<string, SourceFile[]>();
  for (const { root, path } of maps) {
    if (!path.endsWith(end)) continue;
    const script = { root, path: path.slice(0, -end.length) };
    const name = script.path.slice(script.path.lastIndexOf('/') + 1);
    const alike = byName.get(name) ?? [];
    byName.set(name, alike);
    alike.push(script);
    keys.add(fileKey(script));
  }
  return {
    exists: async file => keys.has(fileKey(file)),
    named: async name => byName.get(name) ?? [],
  };
}
